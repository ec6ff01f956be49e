using System;
using System.Collections.Generic;
using System.Globalization;

namespace CloudflareAiGateway.Emulator;

/// <summary>Ids that grow with time, so that of two things made in the same instant the later one sorts behind.</summary>
internal static class RouteId
{
    private const int Width = 13;

    /// <summary>Makes the next id of a table.</summary>
    public static string Next(DocumentTable table, DateTimeOffset now)
    {
        IReadOnlyList<StoredDocument> documents = table.InOrder;
        long number = now.ToUnixTimeMilliseconds() << 8;
        if (documents.Count > 0 && long.TryParse(documents[^1].Id, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out long last))
        {
            number = Math.Max(number, last + 1);
        }

        return number.ToString("x", CultureInfo.InvariantCulture).PadLeft(Width, '0');
    }
}
