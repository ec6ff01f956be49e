using System;
using System.Globalization;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// Answers prompts. The answer is the same for the same request: the model's name and what the user said; JSON where JSON is wanted;
/// a tool call where a tool must be called or is named in the prompt.
/// </summary>
internal static class ModelVoice
{
    /// <summary>Prompts from this length on are in the provider's cache, so far.</summary>
    private const int CachedPrefix = 1024;

    public static ModelAnswer Answer(ModelPrompt prompt, DateTimeOffset now)
    {
        string id = LogId.BitsOf($"{prompt.Model}\n{prompt.AllText}").ToString("x16", CultureInfo.InvariantCulture);
        var answer = new ModelAnswer
        {
            Model = prompt.Model,
            Id = id,
            Created = now.ToUnixTimeSeconds(),
            Text = string.Empty,
            TokensIn = prompt.TokensIn,
            CachedTokens = prompt.TokensIn >= CachedPrefix ? CachedPrefix : 0,
        };
        if (Choose(prompt) is ToolOffer tool)
        {
            var call = new ToolCall("call_" + id, tool.Name, SchemaSample.Make(tool.Schema, prompt.Text));
            return answer with { ToolCall = call, Finish = FinishReason.ToolCalls, TokensOut = TokenCount.Of(call.Name) + TokenCount.Of(call.Arguments) };
        }

        string whole = Say(prompt);
        string text = prompt.MaxTokens is int limit ? TokenCount.Cut(whole, Math.Max(limit, 0)) : whole;
        return answer with
        {
            Text = text,
            Finish = text.Length < whole.Length ? FinishReason.Length : FinishReason.Stop,
            TokensOut = TokenCount.Of(text),
        };
    }

    private static string Say(ModelPrompt prompt)
    {
        string text = prompt.ToolResult ?? prompt.Text;
        if (!prompt.WantsJson)
        {
            return prompt.Model + ": " + text;
        }

        return prompt.JsonSchema.ValueKind == System.Text.Json.JsonValueKind.Object
            ? SchemaSample.Make(prompt.JsonSchema, text)
            : System.Text.Encoding.UTF8.GetString(JsonBody.Write((prompt.Model, text), static (writer, state) =>
            {
                writer.WriteStartObject();
                writer.WriteString("model", state.Model);
                writer.WriteString("answer", state.text);
                writer.WriteEndObject();
            }).Span);
    }

    private static ToolOffer? Choose(ModelPrompt prompt)
    {
        // The result of a tool is answered with words, or a caller would never come to an end.
        if (!prompt.ToolWish.Allowed || (prompt.ToolResult is not null && !prompt.ToolWish.Forced))
        {
            return null;
        }

        foreach (ToolOffer tool in prompt.Tools)
        {
            bool isMeant = prompt.ToolWish.Forced
                ? prompt.ToolWish.Name is null || prompt.ToolWish.Name == tool.Name
                : prompt.Text.Contains(tool.Name, StringComparison.OrdinalIgnoreCase);
            if (isMeant)
            {
                return tool;
            }
        }

        return null;
    }
}
