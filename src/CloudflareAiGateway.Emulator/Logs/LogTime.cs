using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>Writes the times of rows as <see cref="Timestamp"/> does, without a text in between.</summary>
internal static class LogTime
{
    public const int Length = 24;

    public static void Write(long unixMilliseconds, Span<byte> target)
    {
        DateTime time = DateTime.UnixEpoch.AddMilliseconds(unixMilliseconds);
        "0000-00-00T00:00:00.000Z"u8.CopyTo(target);
        time.Deconstruct(out DateOnly date, out TimeOnly clock);
        date.Deconstruct(out int year, out int month, out int day);
        Digits(year, target[..4]);
        Digits(month, target[5..7]);
        Digits(day, target[8..10]);
        Digits(clock.Hour, target[11..13]);
        Digits(clock.Minute, target[14..16]);
        Digits(clock.Second, target[17..19]);
        Digits(clock.Millisecond, target[20..23]);
    }

    private static void Digits(int number, Span<byte> target)
    {
        for (int i = target.Length - 1; i >= 0; i--)
        {
            target[i] = (byte)('0' + (number % 10));
            number /= 10;
        }
    }
}
