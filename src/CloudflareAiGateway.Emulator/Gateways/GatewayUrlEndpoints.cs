using System;
using System.Collections.Frozen;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>The address of a gateway for a provider: one that is built in, one of the account's own, or none for the base address.</summary>
internal sealed class GatewayUrlEndpoints : IEndpointGroup
{
    private const string Base = "universal";
    private const string PublicHost = "https://gateway.ai.cloudflare.com";

    private static readonly FrozenSet<string> s_builtIn = FrozenSet.ToFrozenSet(
        [
            Base, "compat", "openai", "anthropic", "google-ai-studio", "google-vertex-ai", "workers-ai", "azure-openai", "aws-bedrock", "groq", "mistral",
            "cohere", "perplexity-ai", "deepseek", "grok", "cerebras", "openrouter", "huggingface", "replicate", "baseten", "parallel", "fal", "ideogram",
            "elevenlabs", "cartesia", "deepgram", "fireworks", "adobe-firefly",
        ],
        StringComparer.Ordinal);

    public IEnumerable<Endpoint> Endpoints =>
    [
        new()
        {
            Method = "GET",
            Template = "/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/url/{provider}",
            Family = EnvelopeFamily.AiGateway,
            Permissions = Permission.ReadsGateways,
            Handle = Fetch,
        },
    ];

    private static EmulatedResponse Fetch(ApiCall call)
    {
        if (!GatewayEndpoints.HasGateway(call))
        {
            return Envelope.Failure(EnvelopeFamily.AiGateway, 404, Problem.NotFound);
        }

        string provider = call.Route["provider"];
        if (!s_builtIn.Contains(provider) && !IsCustom(call, provider))
        {
            return Envelope.Failure(EnvelopeFamily.AiGateway, 400, new Problem(7001, "Invalid provider", ["params", "provider"]));
        }

        string gateway = $"{Host(call.Request)}/v1/{call.AccountId}/{call.Route["gateway_id"]}";
        string url = provider == Base ? gateway : $"{gateway}/{provider}";
        return Envelope.Item(EnvelopeFamily.AiGateway, JsonBody.Write(url, static (writer, text) => writer.WriteStringValue(text)));
    }

    private static bool IsCustom(ApiCall call, string provider) =>
        provider.StartsWith(CustomProviderTable.Prefix, StringComparison.Ordinal)
        && CustomProviderTable.FindDocument(call.Tables, call.AccountId, provider[CustomProviderTable.Prefix.Length..]) is not null;

    /// <summary>A twin on a port of this machine names itself, so that what it gives out leads back to it.</summary>
    private static string Host(EmulatedRequest request) =>
        request.Header("Host") is string host && Uri.TryCreate("http://" + host, UriKind.Absolute, out Uri? address) && address.IsLoopback
            ? "http://" + host
            : PublicHost;
}
