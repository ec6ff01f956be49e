using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>Cuts UTF-8 in the middle of every character that has a middle.</summary>
internal static class CharacterSplitter
{
    public static IReadOnlyList<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> text)
    {
        var pieces = new List<ReadOnlyMemory<byte>>();
        int start = 0;
        ReadOnlySpan<byte> bytes = text.Span;
        for (int i = 0; i < bytes.Length - 1; i++)
        {
            const byte FirstOfSeveral = 0xC0;
            if (bytes[i] >= FirstOfSeveral)
            {
                pieces.Add(text[start..(i + 1)]);
                start = i + 1;
            }
        }

        pieces.Add(text[start..]);
        return pieces;
    }
}
