using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>What a model says, whatever the provider's shape.</summary>
internal sealed record ModelAnswer
{
    public required string Model { get; init; }

    /// <summary>16 hex digits, the same for the same request.</summary>
    public required string Id { get; init; }

    /// <summary>Unix seconds.</summary>
    public required long Created { get; init; }

    /// <summary>Empty beside a tool call.</summary>
    public required string Text { get; init; }

    public ToolCall? ToolCall { get; init; }

    public FinishReason Finish { get; init; }

    public int TokensIn { get; init; }

    public int TokensOut { get; init; }

    /// <summary>How many of the tokens in the provider had in its own cache.</summary>
    public int CachedTokens { get; init; }

    /// <summary>The text as it is streamed: word by word, blanks with the word behind them.</summary>
    public IEnumerable<string> Words
    {
        get
        {
            int start = 0;
            for (int i = 1; i < Text.Length; i++)
            {
                if (char.IsWhiteSpace(Text[i]) && !char.IsWhiteSpace(Text[i - 1]))
                {
                    yield return Text[start..i];
                    start = i;
                }
            }

            if (start < Text.Length)
            {
                yield return Text[start..];
            }
        }
    }
}
