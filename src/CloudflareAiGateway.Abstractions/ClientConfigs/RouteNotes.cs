using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>What goes wrong on a surface or with a gateway's settings, whatever the client.</summary>
internal static class RouteNotes
{
    /// <summary>The notes of a route.</summary>
    public static IEnumerable<string> Of(ClientRoute route, ClientConfigRequest request)
    {
        foreach (string note in OfSurface(route))
        {
            yield return note;
        }

        foreach (string note in OfCredential(route, request))
        {
            yield return note;
        }

        if (request.IsInSession)
        {
            yield return "The session's emulator is reached by this session only, so the text calls the public service. EmulatorServer puts the emulator on a port: Connect-AiGateway -BaseUri.";
        }

        foreach (string note in OfGateway(route, request.Gateway))
        {
            yield return note;
        }
    }

    private static IEnumerable<string> OfSurface(ClientRoute route)
    {
        switch (route.Surface)
        {
            case ProviderSurfaces.Rest:
                yield return "The REST API wants a token with Workers AI Read, for models of other providers, too; AI Gateway permissions alone get HTTP 401, code 10000.";
                yield return "Without the header cf-aig-gateway-id the call goes through the account's default gateway, and @cf/ models go past every gateway.";
                yield return "The base address ends in /ai/v1. With /ai, or with /chat/completions at its end, the API finds no route (code 7003).";
                break;
            case ProviderSurfaces.Compat:
                yield return "The base address ends in /compat: the client appends /chat/completions itself. With it in the base the path is doubled.";
                yield return "Models keep their prefix here (provider/model); without it the gateway answers with code 2019.";
                if (route.Provider is not null)
                {
                    yield return "Cloudflare calls this path deprecated for single models and keeps it working; dynamic routes and cloudflare/auto still need it.";
                }

                break;
            default:
                yield return "Models are named as the provider names them here, without a prefix.";
                break;
        }
    }

    private static IEnumerable<string> OfCredential(ClientRoute route, ClientConfigRequest request)
    {
        bool onHost = route.Surface is not ProviderSurfaces.Rest;
        if (request.Credential is ClientCredential.Stored)
        {
            yield return "Only the stored key with the alias 'default' is used; under another alias the call falls through to Unified Billing in silence."
                + (route.Surface is ProviderSurfaces.Native ? " Name another one with the header cf-aig-byok-alias." : string.Empty);
        }
        else if (request.Credential is ClientCredential.UnifiedBilling)
        {
            yield return "Unified Billing needs credits on the account: without them the answer is HTTP 402, code 2021. 200 requests a minute and gateway at most.";
        }

        if (onHost && request.Credential is ClientCredential.ProviderKey && route.Token is not null)
        {
            yield return "Authorization is the provider's. The Cloudflare token belongs in cf-aig-authorization; in Authorization the provider gets it and answers with 401.";
        }
        else if (onHost && request.Credential is not ClientCredential.ProviderKey)
        {
            yield return "The Cloudflare token goes into one header only. Beside cf-aig-authorization, Authorization counts as the provider's key and is passed on.";
        }
    }

    private static IEnumerable<string> OfGateway(ClientRoute route, AiGateway? gateway)
    {
        if (gateway is null)
        {
            yield break;
        }

        if (gateway.Guardrails is not null || gateway.Dlp?.Enabled == true)
        {
            yield return "This gateway checks contents (guardrails or DLP): answers of the gateway host come in one piece, even when a stream is asked for.";
        }

        if (gateway.Authentication == false && route.Surface is not ProviderSurfaces.Rest && route.Token is null)
        {
            yield return "Authentication is off on this gateway: whoever knows its address can call it.";
        }
    }
}
