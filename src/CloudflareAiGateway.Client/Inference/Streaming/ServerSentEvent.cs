using System;
using System.Text;

namespace CloudflareAiGateway.Client;

/// <summary>One event of a stream.</summary>
/// <param name="Name">The event's name; null when it has none.</param>
/// <param name="Data">Its data as UTF-8; several lines are joined by line feeds.</param>
internal sealed record ServerSentEvent(string? Name, byte[] Data)
{
    /// <summary>Whether this is OpenAI's mark of the end.</summary>
    public bool IsDone => Data.AsSpan().Trim((byte)' ').SequenceEqual("[DONE]"u8);

    /// <summary>Name and data.</summary>
    /// <returns>Such as <c>delta: {"text":"x"}</c>.</returns>
    public override string ToString() => $"{Name}: {Encoding.UTF8.GetString(Data)}";
}
