namespace CloudflareAiGateway;

/// <summary>What the API allows of spend rules.</summary>
internal static class SpendRuleLimits
{
    /// <summary>How many rules a gateway may have.</summary>
    public const int MaximumRules = 20;

    /// <summary>Whether the API would take a rule's id. By hand: the pattern is <c>[a-zA-Z0-9_-]+</c>.</summary>
    public static bool IsValidId(string id)
    {
        foreach (char c in id)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-'))
            {
                return false;
            }
        }

        return id.Length > 0;
    }
}
