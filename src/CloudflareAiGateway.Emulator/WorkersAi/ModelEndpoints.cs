using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>The search for Workers AI models, over a few of them. Not in the OpenAPI document.</summary>
internal sealed class ModelEndpoints : IEndpointGroup
{
    private static readonly DateTimeOffset s_added = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly StoredDocument[] s_models =
    [
        Model("@cf/meta/llama-3.1-8b-instruct", "Text Generation", "3e8e9b1a-6f0e-4c3c-9d3c-1f7f3d0e5a01"),
        Model("@cf/openai/whisper", "Automatic Speech Recognition", "3e8e9b1a-6f0e-4c3c-9d3c-1f7f3d0e5a02"),
        Model("@cf/baai/bge-base-en-v1.5", "Text Embeddings", "3e8e9b1a-6f0e-4c3c-9d3c-1f7f3d0e5a03"),
    ];

    public IEnumerable<Endpoint> Endpoints =>
    [
        new()
        {
            Method = "GET",
            Template = "/accounts/{account_id}/ai/models/search",
            Permissions = Permission.RunsWorkersAi,
            DeniedStatus = 401,
            Handle = Search,
        },
    ];

    private static EmulatedResponse Search(ApiCall call)
    {
        var problems = new List<Problem>();
        Page page = Page.Read(call.Query, 1, 100, problems);
        if (problems.Count > 0)
        {
            return Envelope.Failure(EnvelopeFamily.V4, 400, new Problem(1000, "Bad request"));
        }

        string search = call.Query["search"] ?? string.Empty;
        var found = new List<StoredDocument>();
        foreach (StoredDocument model in s_models)
        {
            if (model.Id.Contains(search, StringComparison.OrdinalIgnoreCase))
            {
                found.Add(model);
            }
        }

        return Envelope.List(EnvelopeFamily.V4, ResultSlice.Cut(found, page));
    }

    private static StoredDocument Model(string name, string task, string id) =>
        new(name, s_added, JsonBody.Write((name, task, id), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", state.id);
            writer.WriteNumber("source", 1);
            writer.WriteString("name", state.name);
            writer.WriteString("description", "A model of the emulator");
            writer.WriteStartObject("task");
            writer.WriteString("name", state.task);
            writer.WriteEndObject();
            writer.WriteStartArray("tags");
            writer.WriteEndArray();
            writer.WriteStartArray("properties");
            writer.WriteEndArray();
            writer.WriteEndObject();
        }));
}
