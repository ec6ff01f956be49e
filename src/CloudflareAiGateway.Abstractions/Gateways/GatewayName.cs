using System.Text;

namespace CloudflareAiGateway;

/// <summary>The rule for gateway names, checked before any call.</summary>
internal static class GatewayName
{
    /// <summary>The longest name that the API takes.</summary>
    public const int MaximumLength = 64;

    private static readonly char[] s_wildcards = { '*', '?', '[', ']' };

    /// <summary>The rule in words, for error messages.</summary>
    public const string Rule = "A gateway name has 1 to 64 characters: lowercase letters, digits and underscores, with single hyphens between them.";

    /// <summary>Whether the API would take the name. By hand, as it runs for every record: the pattern is <c>[a-z0-9_]+(-[a-z0-9_]+)*</c>.</summary>
    public static bool IsValid(string name)
    {
        bool afterHyphen = true;
        foreach (char c in name)
        {
            if (c == '-' ? afterHyphen : !IsLegal(c))
            {
                return false;
            }

            afterHyphen = c == '-';
        }

        return !afterHyphen && name.Length <= MaximumLength;
    }

    /// <summary>What is wrong with a name, with a corrected proposal where there is one.</summary>
    /// <returns>One or two sentences; null when the name is valid.</returns>
    public static string? Explain(string name)
    {
        if (IsValid(name))
        {
            return null;
        }

        string shown = name.Length > 80 ? name.Substring(0, 80) + "…" : name;
        if (name == "System.Collections.Hashtable")
        {
            return "A hashtable came where a gateway's name is wanted. Cast it to [pscustomobject], so that its members bind as properties.";
        }

        // The text that the engine makes of a custom object when it finds no better use for it.
        if (name.StartsWith("@{", System.StringComparison.Ordinal))
        {
            return $"An object came where a gateway's name is wanted: '{shown}'. Nothing in it names a gateway; a property such as GatewayId does.";
        }

        // Never a proposal: what a pattern would match is known only to the account, and the command may be one that deletes.
        if (name.IndexOfAny(s_wildcards) >= 0)
        {
            return $"'{shown}' looks like a pattern. This command takes names as they are; pipe it the gateways that match: Get-AiGateway '{shown}' | …";
        }

        string problem = name.Length switch
        {
            0 => "The gateway name is empty.",
            > MaximumLength => $"The gateway name '{shown}' has {name.Length} characters.",
            _ => $"'{shown}' is not a valid gateway name.",
        };
        string proposal = Propose(name);
        return IsValid(proposal) ? $"{problem} {Rule} Did you mean '{proposal}'?" : $"{problem} {Rule}";
    }

    /// <summary>The nearest valid name: lowercased, every run of other characters made one hyphen, cut to length.</summary>
    private static string Propose(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (char c in name.Replace("%20", " ").ToLowerInvariant())
        {
            if (IsLegal(c))
            {
                text.Append(c);
            }
            else if (text.Length > 0 && text[text.Length - 1] != '-')
            {
                text.Append('-');
            }
        }

        string proposal = text.ToString();
        return (proposal.Length > MaximumLength ? proposal.Substring(0, MaximumLength) : proposal).Trim('-');
    }

    private static bool IsLegal(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_';
}
