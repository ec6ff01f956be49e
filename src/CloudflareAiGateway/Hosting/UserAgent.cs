using System.Management.Automation;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace CloudflareAiGateway.Hosting;

/// <summary>What the API and its logs see as the caller.</summary>
internal static class UserAgent
{
    private static readonly string s_module =
        typeof(UserAgent).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Such as <c>CloudflareAiGateway/0.1.0 PowerShell/7.6.1 (Debian GNU/Linux 12)</c>.</summary>
    /// <param name="session">The session whose <c>$PSVersionTable</c> is read.</param>
    public static string For(SessionState session)
    {
        object? version = (session.PSVariable.GetValue("PSVersionTable") as System.Collections.IDictionary)?["PSVersion"];
        return $"CloudflareAiGateway/{s_module} PowerShell/{Ascii(version?.ToString() ?? "7")} ({Ascii(RuntimeInformation.OSDescription)})";
    }

    /// <summary>Header values are ASCII, and brackets would end the comment.</summary>
    private static string Ascii(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            clean.Append(c is < ' ' or > '~' or '(' or ')' ? '_' : c);
        }

        return clean.ToString();
    }
}
