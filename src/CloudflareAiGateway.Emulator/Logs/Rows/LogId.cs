using System;
using System.Buffers.Binary;

namespace CloudflareAiGateway.Emulator;

/// <summary>Ids of log rows in the form of a UUID of version 7, made from a row's time and 62 other bits and never stored.</summary>
internal static class LogId
{
    private const int Length = 16;
    private const ulong BitMask = (1UL << 62) - 1;

    public static Guid Make(long createdAt, ulong bits)
    {
        Span<byte> bytes = stackalloc byte[Length];
        ulong filler = Mix(~bits) >> 52;
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)createdAt << 16) | 0x7000 | filler);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (1UL << 63) | (bits & BitMask));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Takes an id apart again; false when it cannot be one of these.</summary>
    public static bool TryRead(string text, out long createdAt, out ulong bits)
    {
        createdAt = 0;
        bits = 0;
        Span<byte> bytes = stackalloc byte[Length];
        if (!Guid.TryParseExact(text, "D", out Guid id) || !id.TryWriteBytes(bytes, bigEndian: true, out _))
        {
            return false;
        }

        createdAt = (long)(BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16);
        bits = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) & BitMask;

        // Ids are opaque texts: one in capitals is another one.
        return text == Make(createdAt, bits).ToString();
    }

    /// <summary>Bits for a row whose id is somebody else's text.</summary>
    public static ulong BitsOf(string id)
    {
        ulong bits = 14695981039346656037;
        foreach (char c in id)
        {
            bits = (bits ^ c) * 1099511628211;
        }

        return Mix(bits) & BitMask;
    }

    public static ulong BitsOf(ulong random) => random & BitMask;

    /// <summary>Scatters a number over all 64 bits, the same way every time.</summary>
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
