using System;
using System.Collections.Generic;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>Datasets as JSON: from settings, typed, and as the body that puts them.</summary>
internal static class DatasetDocument
{
    /// <summary>How two documents are compared.</summary>
    public static readonly ComparisonRules Comparison = new();

    /// <summary>Members of an answer that are not put back.</summary>
    private static readonly string[] s_readOnly = ["id", "created_at", "modified_at", "gateway_id", "account_id", "account_tag"];

    private static readonly Action<AiGatewayDataset, string> s_setAccount = Setter(nameof(AiGatewayDataset.AccountId));
    private static readonly Action<AiGatewayDataset, string> s_setGateway = Setter(nameof(AiGatewayDataset.GatewayId));

    /// <summary>Adds account and gateway, which rows may lack.</summary>
    public static AiGatewayDataset Complete(AiGatewayDataset dataset, string accountId, string gateway)
    {
        s_setAccount(dataset, accountId);
        s_setGateway(dataset, gateway);
        return dataset;
    }

    /// <summary>Reads one document.</summary>
    /// <exception cref="JsonException">A member has a shape that cannot be read.</exception>
    public static AiGatewayDataset Read(JsonObject document, string accountId, string gateway) =>
        Complete(document.Deserialize<AiGatewayDataset>(WireJson.Options)!, accountId, gateway);

    /// <summary>Settings as JSON.</summary>
    /// <exception cref="AiGatewayException">Rejected: a filter is one that datasets do not take.</exception>
    public static JsonObject Write(IReadOnlyDictionary<string, object?> settings)
    {
        var target = new JsonObject();
        foreach (KeyValuePair<string, object?> setting in settings)
        {
            target[setting.Key] = setting.Value switch
            {
                AiGatewayLogFilter[] filters => Filters(filters),
                bool flag => JsonValue.Create(flag),
                string text => JsonValue.Create(text),
                _ => throw new ArgumentException($"A dataset has no setting '{setting.Key}' of that type.", nameof(settings)),
            };
        }

        return target;
    }

    /// <summary>The body that puts a document.</summary>
    public static JsonObject ToBody(JsonObject document)
    {
        var body = (JsonObject)document.DeepClone();
        foreach (string name in s_readOnly)
        {
            body.Remove(name);
        }

        return body;
    }

    private static JsonArray Filters(AiGatewayLogFilter[] filters)
    {
        foreach (AiGatewayLogFilter filter in filters)
        {
            if (DatasetRules.Explain(filter) is { } problem)
            {
                throw new AiGatewayException(AiGatewayErrorKind.Rejected, problem);
            }
        }

        return LogFilterWriter.ToArray(filters);
    }

    private static Action<AiGatewayDataset, string> Setter(string name) =>
        typeof(AiGatewayDataset).GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.SetMethod!.CreateDelegate<Action<AiGatewayDataset, string>>();
}
