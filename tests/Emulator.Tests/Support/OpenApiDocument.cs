using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using NJsonSchema;
using NJsonSchema.Validation;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>The OpenAPI document, against which answers are checked.</summary>
internal sealed class OpenApiDocument
{
    private static readonly Lazy<OpenApiDocument> s_instance = new(() => new OpenApiDocument());

    private readonly ConcurrentDictionary<string, Task<JsonSchema>> _schemas = new(StringComparer.Ordinal);

    private OpenApiDocument()
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ai-gateway.openapi.json"));
        Root = JsonNode.Parse(text)!.AsObject();
    }

    public static OpenApiDocument Instance => s_instance.Value;

    public JsonObject Root { get; }

    public JsonObject Schemas => Root["components"]!["schemas"]!.AsObject();

    /// <summary>What the document says about an answer.</summary>
    /// <param name="method">The method of the request.</param>
    /// <param name="path">Its path below the document's base address.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="body">The body of the answer.</param>
    /// <returns>One line for each violation.</returns>
    public async Task<IReadOnlyList<string>> CheckAsync(string method, string path, int status, string body)
    {
        string? template = FindTemplate(path);
        if (template is null)
        {
            return [$"{path} is not in the document."];
        }

        JsonObject? operation = Root["paths"]![template]![method.ToLowerInvariant()]?.AsObject();
        if (operation is null)
        {
            return [$"{method} {template} is not in the document."];
        }

        JsonObject responses = operation["responses"]!.AsObject();
        string exact = $"{status}";
        string key = responses.ContainsKey(exact) ? exact : exact[0] + "XX";
        if (Resolve(responses[key]) is not JsonObject response)
        {
            return [$"{method} {template} does not answer with {status}."];
        }

        JsonSchema schema = await _schemas.GetOrAdd($"{method} {template} {key}", _ =>
            JsonSchema.FromJsonAsync(SchemaConverter.Convert(response["content"]!["application/json"]!["schema"]!, Schemas)));
        return Flatten(schema.Validate(body)).ToList();
    }

    private static IEnumerable<string> Flatten(IEnumerable<ValidationError> errors)
    {
        foreach (ValidationError error in errors)
        {
            yield return error.ToString();
        }
    }

    private JsonNode? Resolve(JsonNode? response) =>
        (string?)response?["$ref"] is string reference ? Root["components"]!["responses"]![reference.Split('/')[^1]] : response;

    private string? FindTemplate(string path)
    {
        string[] segments = path.Split('/');
        return Root["paths"]!.AsObject()
            .Select(static entry => entry.Key)
            .Where(template => Matches(template.Split('/'), segments))
            .MinBy(static template => template.Count(static c => c == '{'));
    }

    private static bool Matches(string[] template, string[] segments) =>
        template.Length == segments.Length
        && template.Zip(segments).All(static pair => pair.First.StartsWith('{') || pair.First == pair.Second);
}
