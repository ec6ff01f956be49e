using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// An evaluation as it is answered. Stored are its name and the ids of datasets and evaluators; datasets are those that are still there,
/// and some time after the creation there are results, worked out over the gateway's log rows.
/// </summary>
internal sealed class EvaluationAnswer
{
    /// <summary>How long an evaluation takes.</summary>
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(2);

    private readonly ApiCall _call;
    private readonly LogTable _logs;

    /// <summary>Takes the call and the gateway's rows.</summary>
    public EvaluationAnswer(ApiCall call, LogTable logs)
    {
        _call = call;
        _logs = logs;
    }

    /// <summary>The evaluation as it is now.</summary>
    public JsonObject Make(StoredDocument evaluation)
    {
        JsonNode stored = JsonNode.Parse(evaluation.Json.Span)!;
        JsonArray datasets = Datasets(stored);
        List<LogRow> rows = Rows(datasets);
        DateTimeOffset due = evaluation.CreatedAt + s_duration;
        bool processed = _call.Now >= due;
        string modifiedAt = Timestamp.Format(processed ? due : evaluation.CreatedAt);
        return new JsonObject
        {
            ["id"] = evaluation.Id,
            ["name"] = (string)stored["name"]!,
            ["gateway_id"] = _call.Route["gateway_id"],
            ["processed"] = processed,
            ["total_logs"] = rows.Count,
            ["created_at"] = Timestamp.Format(evaluation.CreatedAt),
            ["modified_at"] = modifiedAt,
            ["datasets"] = datasets,
            ["results"] = processed ? Results(evaluation.Id, stored, rows, modifiedAt) : new JsonArray(),
        };
    }

    private JsonArray Datasets(JsonNode stored)
    {
        var datasets = new JsonArray();
        foreach (JsonNode? id in stored["dataset_ids"]!.AsArray())
        {
            if (DatasetTable.Of(_call).Find((string)id!) is StoredDocument dataset)
            {
                JsonObject document = JsonNode.Parse(dataset.Json.Span)!.AsObject();
                document["account_id"] = _call.AccountId;
                document["account_tag"] = _call.AccountId;
                datasets.Add(document);
            }
        }

        return datasets;
    }

    private List<LogRow> Rows(JsonArray datasets)
    {
        var indexes = new SortedSet<int>();
        foreach (JsonNode? dataset in datasets)
        {
            LogSelection selection = LogSelection.Run(_logs, DatasetTable.Query(dataset!["filters"]!, new RuleContext(keepUnknown: false)));
            for (int i = 0; i < selection.Count; i++)
            {
                indexes.Add(selection[i]);
            }
        }

        var rows = new List<LogRow>(indexes.Count);
        foreach (int index in indexes)
        {
            rows.Add(_logs[index]);
        }

        return rows;
    }

    private static JsonArray Results(string evaluationId, JsonNode stored, List<LogRow> rows, string time)
    {
        var results = new JsonArray();
        foreach (JsonNode? id in stored["evaluation_type_ids"]!.AsArray())
        {
            Evaluator evaluator = Evaluator.Find((string)id!)!;
            results.Add(new JsonObject
            {
                ["id"] = $"{evaluationId}-{evaluator.Type}",
                ["evaluation_id"] = evaluationId,
                ["evaluation_type_id"] = evaluator.Id,
                ["result"] = evaluator.Measure(rows),
                ["status"] = 2,
                ["status_description"] = "done",
                ["total_logs"] = rows.Count,
                ["created_at"] = time,
                ["modified_at"] = time,
            });
        }

        return results;
    }
}
