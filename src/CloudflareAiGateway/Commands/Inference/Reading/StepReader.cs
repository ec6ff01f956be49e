using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Security;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Reads the steps of a list with fallbacks.</summary>
internal static class StepReader
{
    /// <summary>Reads them.</summary>
    /// <exception cref="AiGatewayException">InvalidBody, InvalidProvider, InvalidPath or InvalidHeader, with the place of the fault.</exception>
    public static IReadOnlyList<NativeStep> Read(IReadOnlyList<object> steps) => steps.Select((s, i) => ReadOne(s, $"Step[{i}]")).ToArray();

    private static NativeStep ReadOne(object step, string place)
    {
        LooseMembers members = LooseMembers.Of(step) ?? throw Refuse($"{place} must be a hashtable with Provider, Endpoint and Query.");
        if (members.Other("Provider", "Endpoint", "Path", "Query", "Body", "Headers", "Header", "Config", "ProviderKey") is { } other)
        {
            throw Refuse($"{place} has no key '{other}'. Legal keys: Provider, Endpoint, Query, Headers, Config, ProviderKey.");
        }

        if (members.Text("Provider") is not { Length: > 0 } name)
        {
            throw Refuse($"{place} has no Provider.");
        }

        AiGatewayProvider provider = ProviderReader.Read(name);
        string endpoint = members.Text("Endpoint") ?? members.Text("Path") ?? throw Refuse($"{place} has no Endpoint.");
        if (NativePath.Explain(endpoint, provider.Slug) is { } problem)
        {
            throw InputProblem.Of(AiGatewayErrorReason.InvalidPath, $"{place}: {problem}");
        }

        return new NativeStep
        {
            Provider = provider.Slug,
            Endpoint = endpoint.Trim().Trim('/'),
            Query = PlainValue.From(members["Query"] ?? members["Body"]),
            Headers = Headers(members["Headers"] ?? members["Header"], place),
            Config = PlainValue.From(members["Config"]),
            ProviderKey = Key(members["ProviderKey"], place),
        };
    }

    private static IReadOnlyDictionary<string, object?> Headers(object? headers, string place)
    {
        if (headers is null)
        {
            return new Dictionary<string, object?>();
        }

        var plain = PlainValue.From(headers) as IReadOnlyDictionary<string, object?> ?? throw Refuse($"{place}.Headers must be a hashtable.");
        string? exposed = plain.Where(h => HeaderReader.IsSecret(h.Key) && h.Value is not SecureString).Select(h => h.Key).FirstOrDefault();
        return exposed is null
            ? plain
            : throw InputProblem.Of(AiGatewayErrorReason.InvalidHeader, $"{place}.Headers: '{exposed}' carries a credential as plain text.", "Use ProviderKey with a SecureString, which goes into the provider's own header.");
    }

    private static SecureString? Key(object? key, string place) => key switch
    {
        null => null,
        SecureString secret => secret,
        PSCredential credential => credential.Password,
        _ => throw InputProblem.Of(AiGatewayErrorReason.InvalidCredential, $"{place}.ProviderKey is a SecureString or a PSCredential, not plain text.", "Use (Get-Secret openai) or (Read-Host -AsSecureString)."),
    };

    private static AiGatewayException Refuse(string message) =>
        InputProblem.Of(AiGatewayErrorReason.InvalidBody, message, "A step: @{ Provider = 'openai'; Endpoint = 'chat/completions'; Query = @{ model = 'gpt-5-mini'; messages = @(…) } }.");
}
