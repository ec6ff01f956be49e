namespace CloudflareAiGateway.Client;

/// <summary>Why answers end, in OpenAI's words.</summary>
internal static class FinishReasons
{
    /// <summary>Translates a provider's word; one that has no counterpart stays, in lower case.</summary>
    public static string? Of(string? word) => word?.ToLowerInvariant() switch
    {
        null or "" or "finish_reason_unspecified" => null,
        "stop" or "end_turn" or "stop_sequence" or "eos" => "stop",
        "length" or "max_tokens" or "model_length" or "model_context_window_exceeded" => "length",
        "tool_calls" or "tool_use" or "function_call" => "tool_calls",
        "content_filter" or "safety" or "refusal" or "prohibited_content" or "blocklist" or "spii" or "recitation" => "content_filter",
        string other => other,
    };
}
