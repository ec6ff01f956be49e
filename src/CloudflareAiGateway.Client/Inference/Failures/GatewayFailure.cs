using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Client;

/// <summary>
/// What a failed call through a gateway says: who refused it, and what for. The gateway's own refusals carry <c>success: false</c> or the
/// name <c>AiGatewayError</c>; a provider's come through with the provider's own body.
/// </summary>
internal sealed class GatewayFailure
{
    private GatewayFailure(bool isGateways, bool isJson, IReadOnlyList<ApiError> errors, AiGatewayErrorReason reason)
    {
        IsGateways = isGateways;
        IsJson = isJson;
        Errors = errors;
        Reason = reason;
    }

    /// <summary>Whether the gateway itself refused, not the provider behind it.</summary>
    public bool IsGateways { get; }

    /// <summary>Whether the body is JSON at all; a page of HTML is neither's.</summary>
    public bool IsJson { get; }

    /// <summary>What was said, first the main thing.</summary>
    public IReadOnlyList<ApiError> Errors { get; }

    /// <summary>What for.</summary>
    public AiGatewayErrorReason Reason { get; }

    /// <summary>Reads the body of a failure.</summary>
    /// <param name="body">The bytes as they came.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="scrub">Applied to every text, as services echo what they were sent.</param>
    /// <param name="isApiHost">Whether the API host answered, where some codes mean something else.</param>
    public static GatewayFailure Read(byte[] body, int status, Func<string, string> scrub, bool isApiHost = false)
    {
        byte[] main = First(body);
        ErrorBody read = ErrorBody.Read(main, scrub);
        if (!read.IsJson)
        {
            return new GatewayFailure(false, false, read.Errors, AiGatewayErrorReason.None);
        }

        bool isGateways = read.SaysFailure || IsNamed(main);
        AiGatewayErrorReason reason = isGateways ? OfGateway(status, read.Errors, main, isApiHost) : OfProvider(status);
        return new GatewayFailure(isGateways, true, read.Errors, reason);
    }

    private static AiGatewayErrorReason OfGateway(int status, IReadOnlyList<ApiError> errors, byte[] body, bool isApiHost)
    {
        string said = errors.Count > 0 ? errors[0].Message : string.Empty;
        AiGatewayErrorReason byCode = (errors.Count > 0 ? errors[0].Code : null) switch
        {
            2003 => AiGatewayErrorReason.GatewayRateLimited,
            2005 => AiGatewayErrorReason.ProviderFailed,
            2008 or 2019 => AiGatewayErrorReason.InvalidModel,

            // On the gateway host this is the gateway's token.
            2009 when isApiHost => AiGatewayErrorReason.ProviderUnauthorized,
            2016 => AiGatewayErrorReason.PromptBlocked,

            // The API host has one code for both.
            2017 => Says(said, "prompt") ? AiGatewayErrorReason.PromptBlocked : AiGatewayErrorReason.AnswerBlocked,
            2021 => AiGatewayErrorReason.CreditsMissing,
            2029 or 2030 => AiGatewayErrorReason.DlpBlocked,
            2040 => AiGatewayErrorReason.ProviderKeyMissing,
            2045 => AiGatewayErrorReason.SpendLimited,
            7003 or 7005 => AiGatewayErrorReason.ModelNotFound,
            7013 => AiGatewayErrorReason.GuardrailsUnavailable,
            _ => AiGatewayErrorReason.None,
        };
        return byCode is not AiGatewayErrorReason.None ? byCode : status switch
        {
            400 when Says(said, "credential") => AiGatewayErrorReason.ProviderKeyMissing,
            402 => AiGatewayErrorReason.CreditsMissing,
            403 when Says(said, "policy") => AiGatewayErrorReason.PolicyDenied,
            429 => Says(said, "spend") || HasSpent(body) ? AiGatewayErrorReason.SpendLimited : AiGatewayErrorReason.GatewayRateLimited,
            _ => AiGatewayErrorReason.None,
        };
    }

    private static AiGatewayErrorReason OfProvider(int status) => status switch
    {
        401 or 403 => AiGatewayErrorReason.ProviderUnauthorized,
        404 => AiGatewayErrorReason.ModelNotFound,
        429 => AiGatewayErrorReason.ProviderRateLimited,
        408 or >= 500 => AiGatewayErrorReason.ProviderFailed,
        >= 400 => AiGatewayErrorReason.ProviderRejected,
        _ => AiGatewayErrorReason.None,
    };

    private static bool Says(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Google wraps an error in a list.</summary>
    private static byte[] First(byte[] body)
    {
        if (body.Length == 0 || body[0] != (byte)'[')
        {
            return body;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return document.RootElement.GetArrayLength() == 0 ? body : System.Text.Encoding.UTF8.GetBytes(document.RootElement[0].GetRawText());
        }
        catch (JsonException)
        {
            return body;
        }
    }

    private static bool IsNamed(byte[] body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        return document.RootElement.ValueKind is JsonValueKind.Object
            && document.RootElement.TryGetProperty("name", out JsonElement name)
            && name.ValueKind is JsonValueKind.String
            && name.ValueEquals("AiGatewayError");
    }

    /// <summary>A policy's cap says what was spent.</summary>
    private static bool HasSpent(byte[] body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        return document.RootElement.TryGetProperty("error", out JsonElement error)
            && error.ValueKind is JsonValueKind.Object
            && error.TryGetProperty("spent", out _);
    }
}
