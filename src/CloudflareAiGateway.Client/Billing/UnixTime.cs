using System;
using System.Globalization;

namespace CloudflareAiGateway.Client;

/// <summary>Times of the billing operations: Unix seconds here, milliseconds there, and perhaps text one day.</summary>
internal static class UnixTime
{
    /// <summary>Smaller numbers are seconds: as milliseconds they would be in the first months of 1973.</summary>
    private const double LeastMilliseconds = 1e11;

    private const double Greatest = 253402300799999;

    /// <summary>Reads a time in any of these forms.</summary>
    /// <returns>Null when it is none.</returns>
    public static DateTimeOffset? Read(object? value)
    {
        switch (value)
        {
            case long whole:
                return Of(whole);
            case double number:
                return Of(number);
            case string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number):
                return Of(number);
            case string text:
                return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
            default:
                return null;
        }
    }

    private static DateTimeOffset? Of(double number)
    {
        double milliseconds = number < LeastMilliseconds ? number * 1000 : number;
        return milliseconds is > 0 and <= Greatest ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds) : null;
    }
}
