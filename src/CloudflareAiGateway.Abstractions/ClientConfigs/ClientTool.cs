namespace CloudflareAiGateway;

/// <summary>A program or library that can be pointed at a gateway.</summary>
public enum ClientTool
{
    /// <summary>OpenAI's library for Python.</summary>
    OpenAIPython,

    /// <summary>OpenAI's library for Node.js.</summary>
    OpenAINode,

    /// <summary>Anthropic's library for Python.</summary>
    AnthropicPython,

    /// <summary>Anthropic's library for Node.js.</summary>
    AnthropicNode,

    /// <summary>Claude Code, Anthropic's coding agent.</summary>
    ClaudeCode,

    /// <summary>Codex, OpenAI's coding agent.</summary>
    Codex,

    /// <summary>OpenCode, a coding agent.</summary>
    OpenCode,

    /// <summary>LiteLLM for Python.</summary>
    LiteLLM,

    /// <summary>LangChain for Python.</summary>
    LangChain,

    /// <summary>Vercel's AI SDK for Node.js.</summary>
    VercelAI,

    /// <summary>Google's Gen AI library for Node.js.</summary>
    GoogleGenAI,

    /// <summary>curl in a shell script.</summary>
    Curl,

    /// <summary>Invoke-RestMethod in a PowerShell script.</summary>
    PowerShell,
}
