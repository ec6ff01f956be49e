using System;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Writes a page of rows, straight from the table into the answer.</summary>
internal static class LogPage
{
    private const int BytesPerRow = 768;
    private const int BytesAround = 512;

    // In the order of the documentation. The ranges are costly, so they come only when they are asked for.
    private static readonly (string Name, LogNumberReader Read)[] s_ranges =
    [
        ("cost", LogFields.NumberReader("cost")),
        ("duration", LogFields.NumberReader("duration")),
        ("tokens_in", LogFields.NumberReader("tokens_in")),
        ("tokens_out", LogFields.NumberReader("tokens_out")),
        ("total_tokens", LogFields.NumberReader("tokens")),
    ];

    public static EmulatedResponse Empty(Page page) =>
        new() { Body = Write(new LogTable(), LogSelection.Run(new LogTable(), new LogQuery()), page, withRanges: false, new LogWriter(drifts: false)) };

    public static ReadOnlyMemory<byte> Write(LogTable table, LogSelection selection, Page page, bool withRanges, LogWriter rows)
    {
        // In 64 bits: a page number near the limit must give an empty page, not an overflow.
        int first = (int)Math.Min((page.Number - 1L) * page.Size, selection.Count);
        int count = Math.Min(page.Size, selection.Count - first);
        return JsonBody.Write((table, selection, page, first, count, withRanges, rows), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("success", true);
            writer.WriteStartArray("result");
            for (int i = 0; i < state.count; i++)
            {
                state.rows.WriteSummary(writer, state.table[state.selection[state.first + i]]);
            }

            writer.WriteEndArray();
            writer.WriteStartObject("result_info");
            writer.WriteNumber("count", state.count);
            writer.WriteNumber("page", state.page.Number);
            writer.WriteNumber("per_page", state.page.Size);
            writer.WriteNumber("total_count", state.selection.Count);
            if (state.withRanges)
            {
                WriteRanges(writer, state.table, state.selection);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }, BytesAround + (count * BytesPerRow));
    }

    private static void WriteRanges(Utf8JsonWriter writer, LogTable table, LogSelection selection)
    {
        foreach ((string name, LogNumberReader read) in s_ranges)
        {
            double? minimum = null;
            double? maximum = null;
            for (int i = 0; i < selection.Count; i++)
            {
                if (read(table[selection[i]]) is double number)
                {
                    minimum = Math.Min(minimum ?? number, number);
                    maximum = Math.Max(maximum ?? number, number);
                }
            }

            if (minimum is not null)
            {
                writer.WriteNumber("min_" + name, minimum.Value);
                writer.WriteNumber("max_" + name, maximum!.Value);
            }
        }
    }
}
