namespace CloudflareAiGateway;

/// <summary>The smallest body of OpenAI's chat completions, for clients that write it themselves.</summary>
internal static class ChatBody
{
    /// <summary>The body as JSON in one line.</summary>
    public static string Json(string model) =>
        $"{{\"model\":{Literal.Double(model)},\"messages\":[{{\"role\":\"user\",\"content\":{Literal.Double(Snippet.Prompt)}}}]}}";
}
