using System;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Files on disk: what is kept, and what is refused.</summary>
public sealed class ConfigFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("wrangler").FullName;

    private string File1 => Path.Combine(_folder, "wrangler.toml");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_byte_order_mark_stays_and_is_none_of_the_text()
    {
        File.WriteAllBytes(File1, [0xEF, 0xBB, 0xBF, .. "a = \"é\"\r\n"u8]);
        ConfigFile file = ConfigFile.Read(File1);
        Assert.Equal("a = \"é\"\r\n", file.Text);
        file.Write(file.Text + "b = 1\r\n");
        Assert.Equal<byte>([0xEF, 0xBB, 0xBF, .. "a = \"é\"\r\nb = 1\r\n"u8], File.ReadAllBytes(File1));
    }

    [Fact]
    public void A_new_file_has_no_byte_order_mark()
    {
        ConfigFile.Read(File1).Write("a = 1\n");
        Assert.Equal("a = 1\n"u8.ToArray(), File.ReadAllBytes(File1));
    }

    [Fact]
    public void Permissions_stay_and_nothing_is_left_beside_the_file()
    {
        File.WriteAllText(File1, "a = 1\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(File1, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        ConfigFile.Read(File1).Write("a = 2\n");
        Assert.Equal("a = 2\n", File.ReadAllText(File1));
        Assert.Equal([File1], Directory.GetFiles(_folder));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(File1));
        }
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        string target = Path.Combine(_folder, "target.toml");
        File.WriteAllText(target, "a = 1\n");
        try
        {
            File.CreateSymbolicLink(File1, target);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Assert.Skip("This user may make no links.");
        }

        ConfigFile.Read(File1).Write("a = 2\n");
        Assert.Equal("a = 2\n", File.ReadAllText(target));
        Assert.Equal(target, new FileInfo(File1).LinkTarget);
    }

    [Fact]
    public void What_somebody_else_changed_is_left_alone()
    {
        File.WriteAllText(File1, "a = 1\n");
        ConfigFile file = ConfigFile.Read(File1);
        File.WriteAllText(File1, "a = 3\n");
        Assert.Throws<IOException>(() => file.Write("a = 2\n"));
        Assert.Equal("a = 3\n", File.ReadAllText(File1));

        ConfigFile missing = ConfigFile.Read(Path.Combine(_folder, "new.toml"));
        File.WriteAllText(missing.Path, "x = 1\n");
        Assert.Throws<IOException>(() => missing.Write("a = 2\n"));
        Assert.Equal("x = 1\n", File.ReadAllText(missing.Path));
    }

    [Fact]
    public void A_read_only_file_is_left_alone()
    {
        File.WriteAllText(File1, "a = 1\n");
        File.SetAttributes(File1, FileAttributes.ReadOnly);
        Assert.Throws<UnauthorizedAccessException>(() => ConfigFile.Read(File1).Write("a = 2\n"));
        Assert.Equal("a = 1\n", File.ReadAllText(File1));
        File.SetAttributes(File1, FileAttributes.Normal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_with_the_place()
    {
        File.WriteAllBytes(File1, [.. "a = 1\nb = \""u8, 0xE9, (byte)'"']);
        ConfigSyntaxException broken = Assert.Throws<ConfigSyntaxException>(() => ConfigFile.Read(File1));
        Assert.Equal((2, 6), (broken.Position.Line, broken.Position.Column));
        File.WriteAllBytes(File1, Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("a = 1")).ToArray());
        Assert.Throws<ConfigSyntaxException>(() => ConfigFile.Read(File1));
    }
}
