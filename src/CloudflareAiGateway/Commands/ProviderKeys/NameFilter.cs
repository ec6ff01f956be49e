using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.Commands;

/// <summary>Names and patterns that a list is filtered by, and which of the names have turned up: a name that did not is worth an error.</summary>
internal sealed class NameFilter
{
    private readonly IReadOnlyList<WildcardPattern>? _patterns;
    private readonly HashSet<string> _literals;

    /// <summary>Takes what was typed; null for no filter.</summary>
    public NameFilter(string[]? names)
    {
        _patterns = names?.Select(name => new WildcardPattern(name, WildcardOptions.IgnoreCase)).ToList();
        _literals = new HashSet<string>((names ?? Array.Empty<string>()).Where(name => !WildcardPattern.ContainsWildcardCharacters(name)), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The names without wildcards that have not turned up.</summary>
    public IEnumerable<string> Unmatched => _literals;

    /// <summary>Whether a name is wanted.</summary>
    public bool Matches(string name)
    {
        if (_patterns is null)
        {
            return true;
        }

        foreach (WildcardPattern pattern in _patterns)
        {
            if (pattern.IsMatch(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Notes that a name has turned up.</summary>
    public void MarkFound(string name) => _literals.Remove(name);
}
