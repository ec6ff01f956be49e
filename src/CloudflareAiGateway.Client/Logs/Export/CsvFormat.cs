using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CloudflareAiGateway.Client;

/// <summary>Comma-separated values as in RFC 4180, but with plain line feeds; the same bytes under every culture.</summary>
internal sealed class CsvFormat : IRowFormat
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly SearchValues<char> s_special = SearchValues.Create(",\"\r\n");
    private readonly bool _includesPayload;

    /// <summary>Makes the format.</summary>
    /// <param name="includesPayload">Whether there are columns for the bodies.</param>
    public CsvFormat(bool includesPayload) => _includesPayload = includesPayload;

    /// <inheritdoc/>
    public void WriteHeader(Stream target)
    {
        IEnumerable<string> names = LogColumns.All.Select(column => column.Name);
        WriteLine(target, _includesPayload ? names.Concat(["request", "response"]) : names);
    }

    /// <inheritdoc/>
    public void WriteRow(Stream target, ExportRow row)
    {
        IEnumerable<string> cells = LogColumns.All.Select(column => Text(column.Read(row.Log)));
        WriteLine(target, _includesPayload ? cells.Concat([row.Request?.Text ?? "", row.Response?.Text ?? ""]) : cells);
    }

    private static void WriteLine(Stream target, IEnumerable<string> cells) =>
        target.Write(Encoding.UTF8.GetBytes(string.Join(',', cells.Select(Quote)) + "\n"));

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(s_special) < 0 ? cell : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => PlainJson.Time(time),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Json(value),
    };

    private static string Json(object value)
    {
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, s_options))
        {
            PlainJson.Write(writer, value);
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }
}
