using System;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// The gateway's setting <c>guardrails</c>. A text is unsafe in a category that it names: <c>unsafe-S1</c> to <c>unsafe-S13</c>, and
/// <c>unsafe-P1</c> for an injected prompt.
/// </summary>
internal static class GuardrailScanner
{
    /// <summary>What a fault names as provider to make the scanner unavailable.</summary>
    public const string Name = "guardrails";

    private const string Trigger = "unsafe-";
    private const string Block = "BLOCK";

    /// <summary>Whether there is anything to look for.</summary>
    public static bool IsOn(JsonElement guardrails) => HasAction(guardrails.Member("prompt"), null) || HasAction(guardrails.Member("response"), null);

    /// <summary>Whether anything is blocked, so that nothing may pass unseen.</summary>
    public static bool CanBlock(JsonElement guardrails) => HasAction(guardrails.Member("prompt"), Block) || HasAction(guardrails.Member("response"), Block);

    /// <summary>Whether a text is to be blocked.</summary>
    /// <param name="actions">The actions by category.</param>
    /// <param name="text">The text.</param>
    public static bool Blocks(JsonElement actions, string text)
    {
        foreach (JsonProperty category in actions.Members())
        {
            if (category.Value.AsText() == Block && IsUnsafe(text, category.Name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAction(JsonElement actions, string? action)
    {
        foreach (JsonProperty category in actions.Members())
        {
            if (action is null || category.Value.AsText() == action)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUnsafe(string text, string category)
    {
        string word = Trigger + category;
        for (int i = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); i >= 0; i = text.IndexOf(word, i + 1, StringComparison.OrdinalIgnoreCase))
        {
            // S1 is not S10.
            int end = i + word.Length;
            if (end == text.Length || !char.IsAsciiDigit(text[end]))
            {
                return true;
            }
        }

        return false;
    }
}
