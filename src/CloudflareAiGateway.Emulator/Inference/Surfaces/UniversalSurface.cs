using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary><c>POST /v1/{account}/{gateway}</c>: a list of steps of which the next is tried when one fails.</summary>
internal static class UniversalSurface
{
    public static PlanReading Read(SurfaceContext context)
    {
        if (JsonReading.TryParse(context.Request.Body) is not JsonElement json)
        {
            return GatewayRefusal.InvalidProvider;
        }

        var steps = new List<ModelStep>();

        // One step may stand without the list around it.
        foreach (JsonElement step in json.ValueKind == JsonValueKind.Object ? [json] : json.Items())
        {
            PlanReading reading = ReadStep(context, step);
            if (reading.Plan is null || reading.Plan.Route is not null)
            {
                // A route knows its own steps, so nothing behind it is tried.
                return reading;
            }

            steps.AddRange(reading.Plan.Steps);
        }

        return steps.Count == 0 ? GatewayRefusal.InvalidProvider : new CallPlan { Steps = steps };
    }

    private static PlanReading ReadStep(SurfaceContext context, JsonElement step)
    {
        string slug = step.Text("provider") ?? string.Empty;
        string endpoint = (step.Text("endpoint") ?? string.Empty).Trim('/');
        var headers = new CallHeaders(context.Request.Headers, ReadHeaders(step));
        CallOptions options = CallOptions.Read(headers, step.Member("config"));
        JsonElement query = step.Member("query");
        ReadOnlyMemory<byte> body = query.ValueKind == JsonValueKind.Undefined
            ? default
            : JsonBody.Write(query, static (writer, query) => query.WriteTo(writer));
        if (slug == CompatSurface.Slug)
        {
            return CompatSurface.Read(context, endpoint, body, headers, options);
        }

        if (context.FindProvider(slug) is not ProviderInfo provider)
        {
            return GatewayRefusal.InvalidProvider;
        }

        int question = endpoint.IndexOf('?', StringComparison.Ordinal);
        string path = question < 0 ? endpoint : endpoint[..question];
        return SurfaceContext.Step(FormatTable.Find(provider, path), new ModelInput
        {
            Provider = provider,
            Path = path,
            Query = question < 0 ? string.Empty : endpoint[(question + 1)..],
            Headers = headers,
            Body = body,
            Json = query.ValueKind == JsonValueKind.Undefined ? null : query,
        }, options);
    }

    private static Dictionary<string, string> ReadHeaders(JsonElement step)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (JsonProperty header in step.Member("headers").Members())
        {
            headers[header.Name] = header.Value.AsText() ?? header.Value.GetRawText();
        }

        if (step.Text("authorization") is string authorization)
        {
            headers["Authorization"] = authorization;
        }

        return headers;
    }
}
