using System.IO;
using System.Linq;
using CloudflareAiGateway.EngineHost;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Tools;

public class StandInTests
{
    [Theory]
    [InlineData("3, 1, 2 | Sort-Object -Descending | ForEach-Object { \"$_\" }", "3 2 1")]
    [InlineData("'a', 'b', 'A' | Group-Object | ForEach-Object { \"$($_.Name)=$($_.Count)\" }", "a=2 b=1")]
    [InlineData("(1, 2, 3 | Measure-Object -Sum -Maximum) | ForEach-Object { \"$($_.Sum) $($_.Maximum)\" }", "6 3")]
    [InlineData("[pscustomobject]@{ A = 1; B = 2 } | Select-Object @{ n = 'C'; e = { $_.A + $_.B } } | ForEach-Object { \"$($_.C)\" }", "3")]
    [InlineData("[pscustomobject]@{ A = 1, 2 } | Select-Object -ExpandProperty A | ForEach-Object { \"$_\" }", "1 2")]
    [InlineData("1..5 | Select-Object -Skip 1 -First 2 | ForEach-Object { \"$_\" }", "2 3")]
    [InlineData("@{ a = @(1, $true, $null) } | ConvertTo-Json -Compress", "{\"a\":[1,true,null]}")]
    [InlineData("('{\"a\":{\"b\":[1,2]}}' | ConvertFrom-Json).a.b | ForEach-Object { \"$_\" }", "1 2")]
    [InlineData("(\"n,v`n1,`\"x,`\"`\"y`\"`\"`\"\" | ConvertFrom-Csv).v", "x,\"y\"")]
    [InlineData("(ConvertTo-SecureString 'abc' -AsPlainText -Force).Length | ForEach-Object { \"$_\" }", "3")]
    [InlineData("(Get-Date '2026-01-02' -Format 'yyyyMMdd')", "20260102")]
    public void Does_what_the_real_command_does(string script, string expected)
    {
        using EngineSession session = Sample.Session(standIns: true);

        EngineResult result = session.Run(script);

        Assert.Empty(result.Errors);
        Assert.Equal(expected, string.Join(' ', result.OutputOf<string>()));
    }

    [Fact]
    public void Select_first_stops_the_commands_before_it()
    {
        using EngineSession session = Sample.Session(standIns: true);

        EngineResult result = session.RunGlobal("$seen = 0; 1..100 | ForEach-Object { $global:seen++; $_ } | Select-Object -First 2; $seen");

        Assert.Equal([1, 2, 2], result.OutputOf<int>());
    }

    [Fact]
    public void Format_list_uses_the_engines_own_views()
    {
        using EngineSession session = Sample.Session(standIns: true);

        string text = session.RunFormatted("[pscustomobject]@{ Name = 'x'; Long = 1 } | Format-List").HostText;

        Assert.Equal("Name : x\nLong : 1", text.Trim());
    }

    [Fact]
    public void Csv_files_come_back_as_they_went()
    {
        using TemporaryFolder folder = new();
        using EngineSession session = Sample.Session(standIns: true);
        string path = folder.Combine("things.csv");

        EngineResult result = session.Run(
            "[pscustomobject]@{ A = \"two`nlines\"; B = 'c,d' } | Export-Csv $path; (Import-Csv $path).A; (Import-Csv $path).B", ("path", path));

        Assert.Equal(["two\nlines", "c,d"], result.OutputOf<string>());
        Assert.Equal(3, File.ReadAllLines(path).Length);
    }

    [Fact]
    public void None_is_there_unless_asked_for()
    {
        using EngineSession session = Sample.Session();

        Assert.Equal("CommandNotFoundException", session.Run("Select-Object").Errors.Single().FullyQualifiedErrorId);
    }
}
