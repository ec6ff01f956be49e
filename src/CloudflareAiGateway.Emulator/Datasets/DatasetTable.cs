using System;
using System.Text;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>The datasets of a gateway, and the log rows that they select.</summary>
internal static class DatasetTable
{
    private const string Kind = "datasets";

    /// <summary>The datasets; they go with their gateway.</summary>
    public static DocumentTable Of(ApiCall call) => call.Tables.Table(Kind, GatewayEndpoints.Scope(call.AccountId, call.Route["gateway_id"]));

    /// <summary>Finds a dataset by its exact name.</summary>
    public static StoredDocument? FindByName(ApiCall call, string name)
    {
        foreach (StoredDocument dataset in Of(call).InOrder)
        {
            if ((string?)JsonNode.Parse(dataset.Json.Span)!["name"] == name)
            {
                return dataset;
            }
        }

        return null;
    }

    /// <summary>The rows of a table that a dataset selects; what is wrong with its filters goes to the context.</summary>
    public static LogQuery Query(JsonNode filters, RuleContext context)
    {
        var query = new LogQuery();
        LogFilters.Read(new QueryString("filters=" + Uri.EscapeDataString(filters.ToJsonString())), query, context);
        return query;
    }

    /// <summary>Whether a text stands somewhere in a document's id, name or filters.</summary>
    public static bool Contains(StoredDocument dataset, string text) =>
        Encoding.UTF8.GetString(dataset.Json.Span).Contains(text, StringComparison.OrdinalIgnoreCase);
}
