using System;
using System.Collections.Generic;
using System.Globalization;

namespace CloudflareAiGateway.Emulator;

/// <summary>One measure of evaluations.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name in the dashboard.</param>
/// <param name="Type">The measure in a word.</param>
/// <param name="Description">The measure in a sentence.</param>
/// <param name="Mandatory">Whether every evaluation takes it.</param>
/// <param name="Measure">Works it out over some rows.</param>
internal sealed record Evaluator(string Id, string Name, string Type, string Description, bool Mandatory, Func<IReadOnlyList<LogRow>, string> Measure)
{
    /// <summary>The service's own three, in the order in which it lists them.</summary>
    public static readonly Evaluator[] All =
    [
        new("et_cost", "Cost", "cost", "Average cost per request", true, AverageCost),
        new("et_feedback", "Human feedback", "feedback", "Share of positive feedback in percent", false, PositiveShare),
        new("et_speed", "Speed", "speed", "Average duration per request in milliseconds", false, AverageDuration),
    ];

    /// <summary>Finds one.</summary>
    public static Evaluator? Find(string id) => Array.Find(All, evaluator => evaluator.Id == id);

    /// <summary>The evaluator as it is answered.</summary>
    public StoredDocument ToDocument()
    {
        var createdAt = new DateTimeOffset(2024, 10, 1, 0, 0, 0, TimeSpan.Zero);
        return new StoredDocument(Id, createdAt, JsonBody.Write((this, Timestamp.Format(createdAt)), static (writer, state) =>
        {
            (Evaluator evaluator, string time) = state;
            writer.WriteStartObject();
            writer.WriteString("id", evaluator.Id);
            writer.WriteString("name", evaluator.Name);
            writer.WriteString("type", evaluator.Type);
            writer.WriteString("description", evaluator.Description);
            writer.WriteBoolean("enable", true);
            writer.WriteBoolean("mandatory", evaluator.Mandatory);
            writer.WriteString("created_at", time);
            writer.WriteString("modified_at", time);
            writer.WriteEndObject();
        }));
    }

    private static string AverageCost(IReadOnlyList<LogRow> rows) => Average(rows, static row => double.IsNaN(row.Cost) ? null : row.Cost);

    private static string AverageDuration(IReadOnlyList<LogRow> rows) => Average(rows, static row => row.Duration);

    private static string PositiveShare(IReadOnlyList<LogRow> rows) =>
        Average(rows, static row => row.Notes?.Feedback is double feedback and not 0 ? (feedback > 0 ? 100 : 0) : null);

    private static string Average(IReadOnlyList<LogRow> rows, Func<LogRow, double?> read)
    {
        double sum = 0;
        int count = 0;
        foreach (LogRow row in rows)
        {
            if (read(row) is double value)
            {
                sum += value;
                count++;
            }
        }

        return count == 0 ? "0" : (sum / count).ToString("0.######", CultureInfo.InvariantCulture);
    }
}
