using System.Text;

namespace CloudflareAiGateway;

/// <summary>
/// The rule for names of new routes, checked before any call. The API asks for one character only; the rest keeps
/// <c>dynamic/&lt;name&gt;</c> usable as a model, and the name usable as a literal one.
/// </summary>
internal static class RouteName
{
    /// <summary>The rule in words, for error messages.</summary>
    public const string Rule = "A route's name has no slash, no wildcard (* ? [ ]), no control character, and no space at its ends.";

    private const string Forbidden = "/*?[]";

    /// <summary>What is wrong with a name, with a corrected proposal where there is one.</summary>
    /// <returns>One or two sentences; null when the name is fine.</returns>
    public static string? Explain(string? name)
    {
        if (name is null || name.Trim().Length == 0)
        {
            return "The route has no name. Give -Name.";
        }

        if (IsValid(name))
        {
            return null;
        }

        string proposal = Propose(name);
        return proposal.Length == 0 ? $"'{name}' is not a name for a route. {Rule}" : $"'{name}' is not a name for a route. {Rule} Did you mean '{proposal}'?";
    }

    private static bool IsValid(string name)
    {
        foreach (char c in name)
        {
            if (!IsLegal(c))
            {
                return false;
            }
        }

        return name.Trim().Length == name.Length;
    }

    private static string Propose(string name)
    {
        // Who copies the model's name means the route.
        const string Prefix = "dynamic/";
        var text = new StringBuilder(name.Length);
        foreach (char c in name.StartsWith(Prefix, System.StringComparison.Ordinal) ? name.Substring(Prefix.Length) : name)
        {
            text.Append(IsLegal(c) ? c : '-');
        }

        return text.ToString().Trim(' ', '-');
    }

    private static bool IsLegal(char c) => !char.IsControl(c) && Forbidden.IndexOf(c) < 0;
}
