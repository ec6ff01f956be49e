using System.Net;
using System.Security;
using System.Text;

namespace CloudflareAiGateway;

/// <summary>The rule for the values of secrets, checked before any call. The value itself is never part of a message.</summary>
internal static class SecretValue
{
    /// <summary>The most bytes, in UTF-8, that the API takes.</summary>
    public const int MaximumBytes = 65536;

    /// <summary>What is wrong with a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="what">What it is, to begin a sentence with, such as <c>The value of secret 'x'</c>.</param>
    /// <returns>One or two sentences; null when the API would take it.</returns>
    public static string? Explain(SecureString value, string what)
    {
        if (value.Length == 0)
        {
            return $"{what} is empty.";
        }

        int size = Encoding.UTF8.GetByteCount(Reveal(value));
        return size <= MaximumBytes ? null : $"{what} has {size:N0} bytes in UTF-8; a secret holds {MaximumBytes:N0} (64 KiB) at most.";
    }

    /// <summary>Whether a value begins or ends with blanks or line breaks, as what was read from a file often does.</summary>
    public static bool HasMargin(SecureString value)
    {
        string text = Reveal(value);
        return text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[text.Length - 1]));
    }

    private static string Reveal(SecureString value) => new NetworkCredential(string.Empty, value).Password;
}
