using System;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CloudflareAiGateway.Emulator;

/// <summary>Calls to models through the REST API: <c>/ai/run</c> and <c>/ai/v1/…</c> below an account.</summary>
internal static partial class RestSurface
{
    public const string Run = "run";

    private const string RunWithModel = Run + "/";
    private const string DynamicPrefix = "dynamic/";

    /// <summary>Reads a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="path">What stands behind <c>/ai/</c>.</param>
    public static PlanReading Read(SurfaceContext context, string path) => path switch
    {
        "v1/chat/completions" => ReadFormat(context, OpenAiChatFormat.Instance, "chat/completions"),
        "v1/responses" => ReadFormat(context, OpenAiResponsesFormat.Instance, "responses"),
        "v1/messages" => ReadFormat(context, AnthropicFormat.Instance, "v1/messages"),
        Run => ReadRun(context),
        _ when path.StartsWith(RunWithModel, StringComparison.Ordinal) => ReadRunWithModel(context, path[RunWithModel.Length..]),
        _ => GatewayRefusal.NoRest(context.Request.Path),
    };

    private static PlanReading ReadFormat(SurfaceContext context, IModelFormat format, string path)
    {
        if (JsonReading.TryParse(context.Request.Body) is not JsonElement { ValueKind: JsonValueKind.Object } json || json.Text("model") is not string name)
        {
            return GatewayRefusal.BadCompletion;
        }

        // Workers AI has no messages.
        return Find(name) is (ProviderInfo provider, string model) && !(provider.IsWorkersAi && format is AnthropicFormat)
            ? Make(context, format, provider, path, model, context.Request.Body, json)
            : GatewayRefusal.UnknownModel(name);
    }

    private static PlanReading ReadRun(SurfaceContext context)
    {
        if (JsonReading.TryParse(context.Request.Body) is not JsonElement { ValueKind: JsonValueKind.Object } json || json.Text("model") is not string name)
        {
            return GatewayRefusal.BadInput("model");
        }

        if (name.StartsWith(DynamicPrefix, StringComparison.Ordinal))
        {
            return GatewayRefusal.NoUri(context.Request.Path + "/" + name);
        }

        JsonElement options = json.Member("options");
        if (options.Text("webhookUrl") is not null && !options.IsTrue("background"))
        {
            return GatewayRefusal.BadInput("options.background");
        }

        JsonElement input = json.Member("input");
        if (input.ValueKind != JsonValueKind.Object)
        {
            return GatewayRefusal.BadInput("input");
        }

        if (Find(name) is not (ProviderInfo provider, string model))
        {
            return GatewayRefusal.UnknownModel(name);
        }

        // Anthropic keeps its shape on this path, the others are put into OpenAI's. Workers AI has an envelope of its own.
        ReadOnlyMemory<byte> body = JsonBody.Write(input, static (writer, input) => input.WriteTo(writer));
        return provider.Slug switch
        {
            ProviderTable.WorkersAi => Make(context, WorkersAiModels.FormatOf(model), provider, model, model, body, input),
            "anthropic" => Make(context, AnthropicFormat.Instance, provider, "v1/messages", model, body, input) with { WrapsResult = true },
            _ => Make(context, OpenAiChatFormat.Instance, provider, "chat/completions", model, body, input) with { WrapsResult = true },
        };
    }

    private static PlanReading ReadRunWithModel(SurfaceContext context, string name)
    {
        // Only Workers AI has its models in the path.
        if (ProviderTable.Find(ProviderTable.WorkersAi) is not ProviderInfo provider || !provider.MayHave(name))
        {
            return GatewayRefusal.NoUri(context.Request.Path);
        }

        return Make(context, WorkersAiModels.FormatOf(name), provider, name, name, context.Request.Body, JsonReading.TryParse(context.Request.Body));
    }

    private static ModelStep Make(SurfaceContext context, IModelFormat format, ProviderInfo provider, string path, string model, ReadOnlyMemory<byte> body, JsonElement? json) => new()
    {
        Format = format,
        Input = new ModelInput
        {
            Provider = provider,
            Path = path,
            Query = context.Request.Query,
            Headers = context.Headers,
            Body = body,
            Json = json,
            Model = model,
        },
        Options = CallOptions.Read(context.Headers),
    };

    /// <summary>A model by its name on the catalog; null when the catalog has none of that name.</summary>
    private static (ProviderInfo Provider, string Model)? Find(string name)
    {
        int slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || ProviderTable.FindByAuthor(name[..slash]) is not ProviderInfo provider)
        {
            return null;
        }

        // Workers AI keeps the author in its names.
        string model = provider.IsWorkersAi ? name : name[(slash + 1)..];
        bool isKnown = provider.MayHave(model) && !(provider.Slug == "anthropic" && HyphenatedVersion().IsMatch(model));
        return isKnown ? (provider, model) : null;
    }

    /// <summary>The catalog has versions with dots: a live test met an error with the hyphens and dates of the provider's own names.</summary>
    [GeneratedRegex("[0-9]-[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex HyphenatedVersion();
}
