using System.Text.RegularExpressions;

namespace CloudflareAiGateway;

/// <summary>What keys and tokens look like, so that one in a file is found, and is not shown.</summary>
internal static class SecretShape
{
    /// <summary>The beginnings by which providers mark their keys, and the shape of Cloudflare's tokens, which have 40 characters.</summary>
    private static readonly Regex s_token = new(
        "\\b(?:sk-[A-Za-z0-9_-]{16,}|gsk_[A-Za-z0-9]{20,}|xai-[A-Za-z0-9]{20,}|AIza[A-Za-z0-9_-]{30,}|hf_[A-Za-z0-9]{20,}|r8_[A-Za-z0-9]{20,}"
        + "|pplx-[A-Za-z0-9]{20,}|csk-[A-Za-z0-9]{20,}|fw_[A-Za-z0-9]{20,}|AKIA[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{30,}"
        + "|cf(?:ut|at|k)_[A-Za-z0-9_-]{30,})",
        RegexOptions.CultureInvariant);

    private static readonly Regex s_cloudflare = new("^[A-Za-z0-9_-]{40}$", RegexOptions.CultureInvariant);
    private static readonly Regex s_hexadecimal = new("^[0-9a-fA-F]+$", RegexOptions.CultureInvariant);
    private static readonly Regex s_name = new("(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIALS?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex s_publicName = new("(?:PUBLIC|PUB|SITE|CACHE|PRIMARY|SORT|PARTITION)_?KEY$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>A name with a text in quotes behind it, in both languages.</summary>
    private static readonly Regex s_member = new(
        "(?<before>(?<name>[A-Za-z0-9_-]+)[\"']?\\s*[=:]\\s*)(?:\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*')", RegexOptions.CultureInvariant);

    private static readonly Regex s_quoted = new("(?<=[\"'])[A-Za-z0-9_-]{40}(?=[\"'])", RegexOptions.CultureInvariant);

    /// <summary>Whether a text looks like a key or token.</summary>
    public static bool IsToken(string text) => s_token.IsMatch(text) || IsCloudflareToken(text);

    /// <summary>Whether a name says that what it names is secret.</summary>
    public static bool IsSecretName(string name) => s_name.IsMatch(name) && !s_publicName.IsMatch(name);

    /// <summary>Replaces what looks like a key or token, and what stands under a name that says so.</summary>
    public static string Mask(string line)
    {
        string masked = s_member.Replace(line, m => IsSecretName(m.Groups["name"].Value) ? m.Groups["before"].Value + "\"***\"" : m.Value);
        return s_quoted.Replace(s_token.Replace(masked, "***"), m => IsCloudflareToken(m.Value) ? "***" : m.Value);
    }

    /// <summary>Forty characters with small and big letters and digits: not a hash, which is hexadecimal.</summary>
    private static bool IsCloudflareToken(string text) =>
        s_cloudflare.IsMatch(text)
        && !s_hexadecimal.IsMatch(text)
        && Regex.IsMatch(text, "[a-z]")
        && Regex.IsMatch(text, "[A-Z]")
        && Regex.IsMatch(text, "[0-9]");
}
