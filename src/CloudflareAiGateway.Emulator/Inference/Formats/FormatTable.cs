using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>Finds the shape that a provider speaks at a path.</summary>
internal static class FormatTable
{
    private const string ChatCompletions = "chat/completions";

    /// <summary>The shape at a path.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="path">What stands behind it in the URL, unescaped.</param>
    public static FormatMatch Find(ProviderInfo provider, string path)
    {
        string[] segments = path.Split('/');
        if (provider.Slug == "openai" && IsInvalidForOpenAi(segments, path))
        {
            return new FormatMatch(InvalidUrlFormat.Instance);
        }

        if (EndsWith(path, ChatCompletions))
        {
            return new FormatMatch(OpenAiChatFormat.Instance, ModelOfDeployment(provider, segments));
        }

        return new FormatMatch(EchoFormat.Instance);
    }

    private static bool EndsWith(string path, string end) => path == end || path.EndsWith("/" + end, StringComparison.Ordinal);

    /// <summary>The gateway puts <c>v1</c> before the path; clients whose base address has one more, or has the whole path, are told so.</summary>
    private static bool IsInvalidForOpenAi(string[] segments, string path) =>
        segments[0] == "v1" || path.Contains(ChatCompletions + "/", StringComparison.Ordinal);

    /// <summary>Azure has a resource and a deployment before the path, and the deployment stands for a model.</summary>
    private static string? ModelOfDeployment(ProviderInfo provider, string[] segments) =>
        provider.Slug == "azure-openai" && segments.Length > 1 ? segments[1] : null;
}
