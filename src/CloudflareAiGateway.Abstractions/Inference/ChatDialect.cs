namespace CloudflareAiGateway;

/// <summary>The shape in which a chat is written and answered.</summary>
internal enum ChatDialect
{
    /// <summary>OpenAI's chat completions, which the REST API, the compat path and many providers speak.</summary>
    OpenAi,

    /// <summary>Anthropic's messages.</summary>
    Anthropic,

    /// <summary>Google's generateContent.</summary>
    Google,
}
