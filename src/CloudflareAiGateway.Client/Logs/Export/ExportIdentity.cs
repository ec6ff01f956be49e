using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CloudflareAiGateway.Client;

/// <summary>What an export is of. Only an export of the same may go on from a checkpoint.</summary>
internal sealed class ExportIdentity
{
    /// <summary>The account.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>The gateway.</summary>
    public string Gateway { get; init; } = string.Empty;

    /// <summary>The conditions as texts.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>The text that was looked for.</summary>
    public string? Search { get; init; }

    /// <summary>The format of the rows.</summary>
    public string Format { get; init; } = string.Empty;

    /// <summary>Whether bodies are exported, too.</summary>
    public bool IncludePayload { get; init; }

    /// <summary>What these options export.</summary>
    public static ExportIdentity Of(LogExportOptions options) => new()
    {
        AccountId = options.Query.AccountId,
        Gateway = options.Query.Gateway,
        Filters = [.. options.Query.Filters.Select(Text)],
        Search = options.Query.Search,
        Format = options.Format.ToString(),
        IncludePayload = options.IncludePayload,
    };

    /// <summary>Names what differs, as the user knows it; empty when nothing does.</summary>
    public IReadOnlyList<string> Differences(ExportIdentity other)
    {
        var found = new List<string>();
        Compare("account", AccountId, other.AccountId);
        Compare("gateway", Gateway, other.Gateway);
        Compare("filters", string.Join("; ", Filters), string.Join("; ", other.Filters));
        Compare("search text", Search, other.Search);
        Compare("format", Format, other.Format);
        Compare("-IncludePayload", IncludePayload.ToString(), other.IncludePayload.ToString());
        return found;

        void Compare(string name, string? mine, string? theirs)
        {
            if (!string.Equals(mine, theirs, StringComparison.Ordinal))
            {
                found.Add($"{name} ('{mine}' there, '{theirs}' here)");
            }
        }
    }

    private static string Text(AiGatewayLogFilter filter) =>
        $"{WireSpelling.OfEnum(filter.Key)} {WireSpelling.OfEnum(filter.Operator)} {string.Join(", ", filter.Value.Select(Text))}";

    private static string Text(object? value) => value switch
    {
        DateTimeOffset time => PlainJson.Time(time),
        DateTime time => PlainJson.Time(new DateTimeOffset(time)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };
}
