using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary><c>compat/chat/completions</c>: OpenAI's shape for every provider, which the model's name begins with.</summary>
internal static class CompatSurface
{
    public const string Slug = "compat";

    private const string Path = "chat/completions";
    private const string ResponsesPath = "responses";
    private const string DynamicPrefix = "dynamic";

    /// <summary>No provider: the route will find one.</summary>
    private static readonly ProviderInfo s_chosenByRoute = new() { Slug = DynamicPrefix };

    /// <summary>Reads a request to the unified endpoint.</summary>
    /// <param name="context">The request.</param>
    /// <param name="path">What stands behind <c>compat</c>.</param>
    /// <param name="body">The body.</param>
    /// <param name="headers">The headers that count.</param>
    /// <param name="options">The options that count.</param>
    public static PlanReading Read(SurfaceContext context, string path, ReadOnlyMemory<byte> body, CallHeaders headers, CallOptions options)
    {
        if (path is not (Path or ResponsesPath))
        {
            return GatewayRefusal.NoUri($"/{Slug}/{path}");
        }

        if (JsonReading.TryParse(body) is not JsonElement { ValueKind: JsonValueKind.Object } json || json.Text("model") is not string name)
        {
            return GatewayRefusal.BadCompletion;
        }

        if (name == AutoRouter.ModelName)
        {
            return ReadAuto(context, path, body, json, headers, options);
        }

        if (path != Path)
        {
            return GatewayRefusal.NoUri($"/{Slug}/{path}");
        }

        int slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || json.Member("messages").ValueKind != JsonValueKind.Array)
        {
            return GatewayRefusal.BadCompletion;
        }

        string prefix = name[..slash];
        if (prefix == DynamicPrefix)
        {
            return ReadRoute(context, name[(slash + 1)..], Make(s_chosenByRoute, name, body, json, headers, options));
        }

        ProviderInfo? provider = prefix.StartsWith(ProviderTable.CustomPrefix, StringComparison.Ordinal)
            ? context.FindProvider(prefix)
            : ProviderTable.FindByPrefix(prefix);
        return provider is null ? GatewayRefusal.InvalidProvider : Make(provider, name[(slash + 1)..], body, json, headers, options);
    }

    private static PlanReading ReadAuto(SurfaceContext context, string path, ReadOnlyMemory<byte> body, JsonElement json, CallHeaders headers, CallOptions options)
    {
        if (context.AutoRouter.Choose(context.Call, headers) is not AutoChoice choice)
        {
            return GatewayRefusal.NoCandidate;
        }

        var steps = new List<ModelStep>();
        foreach (string name in choice.Models)
        {
            int slash = name.IndexOf('/', StringComparison.Ordinal);
            ModelStep step = Make(ProviderTable.FindByPrefix(name[..slash])!, name[(slash + 1)..], body, json, headers, options);
            steps.Add(path == Path ? step : step with { Format = OpenAiResponsesFormat.Instance, Input = step.Input with { Path = path } });
        }

        return new CallPlan { Steps = steps, Auto = choice };
    }

    private static PlanReading ReadRoute(SurfaceContext context, string name, ModelStep template) =>
        context.Sources.Routes.Find(context.Tables, context.Call.AccountId, context.Call.Gateway.Id, name) is RouteGraph route
            ? CallPlan.Of(template) with { Route = route }
            : GatewayRefusal.NoSuchRoute(name);

    /// <summary>The step of a model whose provider is known.</summary>
    public static ModelStep Make(ProviderInfo provider, string model, ReadOnlyMemory<byte> body, JsonElement json, CallHeaders headers, CallOptions options) => new()
    {
        Format = OpenAiChatFormat.Instance,
        Input = new ModelInput { Provider = provider, Path = Path, Headers = headers, Body = body, Json = json, Model = BareName(provider, model) },
        Options = options,
        IsCompat = true,
    };

    /// <summary>Vertex has the publisher between its prefix and the model.</summary>
    private static string BareName(ProviderInfo provider, string model) =>
        provider.Slug == "google-vertex-ai" && model.StartsWith("google/", StringComparison.Ordinal) ? model["google/".Length..] : model;
}
