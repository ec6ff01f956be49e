namespace CloudflareAiGateway;

/// <summary>What a stored key is named by: gateway, provider and alias, which together make the name of its secret.</summary>
internal static class ProviderKeyName
{
    /// <summary>The alias that calls use when they name none.</summary>
    public const string DefaultAlias = "default";

    private const int LongestPart = 128;

    /// <summary>The name that the secret must have; the gateway finds it by this name, not by its id.</summary>
    public static string OfSecret(string gateway, string provider, string alias) => $"{gateway}_{provider}_{alias}";

    /// <summary>What is wrong with a provider's name.</summary>
    /// <returns>One or two sentences; null when it can be one. Whether there is such a provider only the service knows.</returns>
    public static string? ExplainProvider(string provider) =>
        IsPart(provider) ? null
            : $"'{Shown(provider)}' cannot be a provider: its name has letters, digits, hyphens, underscores and dots, such as openai, azure-openai or custom-my-llm.";

    /// <summary>What is wrong with an alias.</summary>
    /// <returns>One or two sentences; null when nothing is.</returns>
    public static string? ExplainAlias(string alias) =>
        IsPart(alias) ? null
            : $"'{Shown(alias)}' cannot be an alias: it becomes part of the secret's name, so it has 1 to {LongestPart} letters, digits, hyphens, underscores and dots.";

    private static bool IsPart(string text)
    {
        foreach (char c in text)
        {
            if (!(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.'))
            {
                return false;
            }
        }

        return text.Length is > 0 and <= LongestPart;
    }

    private static string Shown(string text) => text.Length > 80 ? text.Substring(0, 80) + "…" : text;
}
