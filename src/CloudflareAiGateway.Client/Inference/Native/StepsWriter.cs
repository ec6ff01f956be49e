using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>Writes a list of steps. Each step's key stands inside the body, in the provider's own header.</summary>
internal static class StepsWriter
{
    /// <summary>Writes it.</summary>
    public static JsonArray Write(IReadOnlyList<NativeStep> steps, SettingsWriter writer)
    {
        var list = new JsonArray();
        foreach (NativeStep step in steps)
        {
            list.Add(Write(step, writer));
        }

        return list;
    }

    private static JsonObject Write(NativeStep step, SettingsWriter writer)
    {
        JsonObject headers = writer.Write(step.Headers);
        AiGatewayProvider? provider = ProviderCatalog.Find(step.Provider);
        if (step.ProviderKey is not null)
        {
            string key = TokenSource.Reveal(step.ProviderKey);
            headers[provider?.AuthHeader ?? "Authorization"] = provider is { AuthHeader: not null, AuthScheme: null } ? key : $"{provider?.AuthScheme ?? "Bearer"} {key}";
        }

        if (provider?.Slug == "anthropic" && !headers.ContainsKey("anthropic-version"))
        {
            headers["anthropic-version"] = "2023-06-01";
        }

        if (!headers.ContainsKey("Content-Type") && !headers.ContainsKey("content-type"))
        {
            headers["Content-Type"] = "application/json";
        }

        var target = new JsonObject
        {
            ["provider"] = step.Provider,
            ["endpoint"] = step.Endpoint,
            ["headers"] = headers,
            ["query"] = writer.WriteValue(step.Query, "Query") ?? new JsonObject(),
        };
        if (step.Config is not null)
        {
            target["config"] = writer.WriteValue(step.Config, "Config");
        }

        return target;
    }
}
