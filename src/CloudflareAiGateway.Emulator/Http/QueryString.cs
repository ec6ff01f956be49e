using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>The members of a query. Of a member that comes twice the last one counts, unless all are asked for.</summary>
internal sealed class QueryString
{
    private readonly List<KeyValuePair<string, string>> _members = [];

    public QueryString(string query)
    {
        foreach (string part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? part : part[..equals];
            string value = equals < 0 ? string.Empty : part[(equals + 1)..];
            _members.Add(new(Decode(name), Decode(value)));
        }
    }

    public string? this[string name]
    {
        get
        {
            string? value = null;
            foreach (KeyValuePair<string, string> member in _members)
            {
                value = member.Key == name ? member.Value : value;
            }

            return value;
        }
    }

    public IEnumerable<string> All(string name)
    {
        foreach (KeyValuePair<string, string> member in _members)
        {
            if (member.Key == name)
            {
                yield return member.Value;
            }
        }
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
