using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Reads and writes comma-separated text with quoted fields, line breaks inside them included.</summary>
internal static class CsvText
{
    public static string Line(IEnumerable<object?> fields) => string.Join(',', fields.Select(field =>
        '"' + (Convert.ToString(field, CultureInfo.InvariantCulture) ?? string.Empty).Replace("\"", "\"\"", StringComparison.Ordinal) + '"'));

    public static IEnumerable<PSObject> Read(TextReader reader)
    {
        List<string>? header = null;
        while (ReadRow(reader) is { } row)
        {
            if (header is null)
            {
                header = row;
                continue;
            }

            PSObject item = new();
            for (int column = 0; column < header.Count; column++)
            {
                item.Properties.Add(new PSNoteProperty(header[column], column < row.Count ? row[column] : null));
            }

            yield return item;
        }
    }

    private static List<string>? ReadRow(TextReader reader)
    {
        List<string> row = [];
        StringBuilder field = new();
        bool quoted = false;
        int next;
        while ((next = reader.Read()) >= 0 && (quoted || next != '\n'))
        {
            char character = (char)next;
            if (character == '"' && quoted && reader.Peek() == '"')
            {
                field.Append((char)reader.Read());
            }
            else if (character == '"')
            {
                quoted = !quoted;
            }
            else if (character == ',' && !quoted)
            {
                row.Add(field.ToString());
                field.Clear();
            }
            else if (character != '\r' || quoted)
            {
                field.Append(character);
            }
        }

        row.Add(field.ToString());
        if (row.Count == 1 && row[0].Length == 0)
        {
            return next < 0 ? null : ReadRow(reader);
        }

        return row;
    }
}
