using System.Text.RegularExpressions;

namespace CloudflareAiGateway.Validation;

/// <summary>The rule for account ids, checked before any call.</summary>
internal static class AccountIdRule
{
    private static readonly Regex s_pattern = new("^[0-9a-fA-F]{32}\\z", RegexOptions.CultureInvariant);

    /// <summary>Whether the text can be an account id: 32 hexadecimal digits.</summary>
    public static bool IsValid(string accountId) => s_pattern.IsMatch(accountId);

    /// <summary>What is wrong with it.</summary>
    public static string Explain(string accountId) =>
        accountId.Length == 32
            ? $"'{accountId}' is not an account id: it must have 32 hexadecimal digits (0-9, a-f) and nothing else."
            : $"'{accountId}' is not an account id: it has {accountId.Length} characters, an account id has 32 hexadecimal digits.";
}
