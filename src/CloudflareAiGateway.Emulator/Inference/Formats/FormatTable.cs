using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>Finds the shape that a provider speaks at a path.</summary>
internal static class FormatTable
{
    private const string ChatCompletions = "chat/completions";

    private static readonly (string End, IModelFormat Format)[] s_openAiPaths =
    [
        (ChatCompletions, OpenAiChatFormat.Instance),
        ("responses", OpenAiResponsesFormat.Instance),
        ("embeddings", OpenAiEmbeddingsFormat.Instance),
        ("audio/speech", SpeechFormat.Instance),
        ("models", ModelListFormat.Instance),
        ("messages", AnthropicFormat.Instance),
    ];

    /// <summary>The shape at a path.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="path">What stands behind it in the URL, unescaped.</param>
    public static FormatMatch Find(ProviderInfo provider, string path)
    {
        string[] segments = path.Split('/');
        return provider.Slug switch
        {
            "openai" when IsInvalidForOpenAi(segments, path) => new FormatMatch(InvalidUrlFormat.Instance),
            ProviderTable.WorkersAi when segments[0] != "v1" => new FormatMatch(WorkersAiModels.FormatOf(path), path),
            "google-ai-studio" or "google-vertex-ai" when FindGoogle(path) is FormatMatch match => match,
            "aws-bedrock" when FindBedrock(segments) is FormatMatch match => match,
            "azure-openai" when segments.Length > 1 && FindOpenAi(path) is FormatMatch match => match with { Model = segments[1] },
            "elevenlabs" when segments is [.., "text-to-speech", _] => new FormatMatch(SpeechFormat.Instance),
            "cartesia" when segments[0] == "tts" => new FormatMatch(SpeechFormat.Instance),
            "deepgram" when path.EndsWith("v1/speak", StringComparison.Ordinal) => new FormatMatch(SpeechFormat.Instance),
            _ => FindOpenAi(path) ?? new FormatMatch(EchoFormat.Instance),
        };
    }

    /// <summary>Most providers have the paths of OpenAI, with something before them or not.</summary>
    private static FormatMatch? FindOpenAi(string path)
    {
        foreach ((string end, IModelFormat format) in s_openAiPaths)
        {
            if (path == end || path.EndsWith("/" + end, StringComparison.Ordinal))
            {
                return new FormatMatch(format);
            }
        }

        return null;
    }

    private static FormatMatch? FindGoogle(string path)
    {
        int colon = path.LastIndexOf(':');
        if (colon < 0)
        {
            return null;
        }

        string model = path[(path.LastIndexOf('/', colon) + 1)..colon];
        return path[colon..] switch
        {
            GoogleFormat.Method or GoogleFormat.StreamMethod => new FormatMatch(GoogleFormat.Instance, model),
            ":rawPredict" or ":streamRawPredict" => new FormatMatch(AnthropicFormat.Instance, model),
            _ => null,
        };
    }

    /// <summary>Its runtime takes what the model's maker takes; the twin knows Anthropic's.</summary>
    private static FormatMatch? FindBedrock(string[] segments) =>
        segments is ["bedrock-runtime", _, "model", var model, "invoke"] && model.Contains("anthropic.", StringComparison.Ordinal)
            ? new FormatMatch(AnthropicFormat.Instance, model)
            : null;

    /// <summary>The gateway puts <c>v1</c> before the path; clients whose base address has one more, or has the whole path, are told so.</summary>
    private static bool IsInvalidForOpenAi(string[] segments, string path) =>
        segments[0] == "v1" || path.Contains(ChatCompletions + "/", StringComparison.Ordinal);
}
