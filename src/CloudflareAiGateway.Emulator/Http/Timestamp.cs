using System;
using System.Globalization;

namespace CloudflareAiGateway.Emulator;

/// <summary>Times as the API writes them: UTC with milliseconds.</summary>
internal static class Timestamp
{
    public static string Format(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
