using System.Collections.Generic;
using System.Globalization;
using System.Net.Http.Headers;

namespace CloudflareAiGateway.Client;

/// <summary>What the gateway's headers say of an answer.</summary>
internal sealed class AnswerFacts
{
    private const string Prefix = "cf-aig-";

    private readonly Dictionary<string, string> _headers = new(System.StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads them.</summary>
    public AnswerFacts(HttpResponseHeaders headers)
    {
        foreach (KeyValuePair<string, HeaderStringValues> header in headers.NonValidated)
        {
            if (header.Key.StartsWith(Prefix, System.StringComparison.OrdinalIgnoreCase))
            {
                _headers[header.Key.ToLowerInvariant()] = header.Value.ToString();
            }
        }
    }

    /// <summary>All of them by name.</summary>
    public IReadOnlyDictionary<string, string> Headers => _headers;

    /// <summary>HIT or MISS.</summary>
    public string? CacheStatus => Value("cf-aig-cache-status");

    /// <summary>The id of the log row.</summary>
    public string? LogId => Value("cf-aig-log-id");

    /// <summary>The step that answered.</summary>
    public int? Step => int.TryParse(Value("cf-aig-step"), NumberStyles.None, CultureInfo.InvariantCulture, out int step) ? step : null;

    /// <summary>The provider that answered.</summary>
    public string? Provider => Value("cf-aig-provider") ?? RoutedProvider;

    /// <summary>The model that answered.</summary>
    public string? Model => Value("cf-aig-model") ?? Value("cf-aig-routed-model");

    /// <summary>Why the automatic router chose that model.</summary>
    public string? RoutingReason => Value("cf-aig-routing-reason");

    /// <summary>The automatic router names the provider with the model: <c>openai/gpt-5-nano</c>.</summary>
    private string? RoutedProvider =>
        Value("cf-aig-routed-model") is string model && model.IndexOf('/', System.StringComparison.Ordinal) is > 0 and int slash
            ? ProviderCatalog.Find(model[..slash])?.Slug ?? model[..slash]
            : null;

    private string? Value(string name) => _headers.TryGetValue(name, out string? value) && value.Length > 0 ? value : null;
}
