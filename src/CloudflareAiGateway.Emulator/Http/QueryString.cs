using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>The members of a query. Of a member that comes twice the last one counts.</summary>
internal sealed class QueryString
{
    private readonly Dictionary<string, string> _members = new(StringComparer.Ordinal);

    public QueryString(string query)
    {
        foreach (string part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? part : part[..equals];
            string value = equals < 0 ? string.Empty : part[(equals + 1)..];
            _members[Decode(name)] = Decode(value);
        }
    }

    public string? this[string name] => _members.TryGetValue(name, out string? value) ? value : null;

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
