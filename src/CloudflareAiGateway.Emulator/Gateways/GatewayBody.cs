using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>Turns the body of a create or an update into the gateway that is stored.</summary>
internal static class GatewayBody
{
    /// <summary>Reads the body of a create.</summary>
    /// <returns>The document, or what is wrong with the body.</returns>
    public static (StoredDocument? Document, IReadOnlyList<Problem> Problems) ReadCreate(ReadOnlyMemory<byte> body, DateTimeOffset now, EmulatorBehaviour behaviour)
    {
        if (behaviour.CreateDropsUpdateOnlyMembers)
        {
            body = WithoutUpdateOnlyMembers(body);
        }

        var context = new RuleContext(behaviour.KeepUnknownMembers);
        var identity = new RuleContext(keepUnknown: false);
        JsonObject? settings = Read(body, context, identity, out string? id);
        IReadOnlyList<Problem> problems = [.. identity.Problems, .. context.Problems];
        return problems.Count > 0 ? (null, problems) : (Store(id!, settings!, now, now), problems);
    }

    /// <summary>Reads the body of an update, which replaces everything but the identity and the time of creation.</summary>
    public static (StoredDocument? Document, IReadOnlyList<Problem> Problems) ReadUpdate(ReadOnlyMemory<byte> body, StoredDocument current, DateTimeOffset now, EmulatorBehaviour behaviour)
    {
        var context = new RuleContext(behaviour.KeepUnknownMembers);
        JsonObject? settings = Read(body, context, identity: null, out _);
        return context.Problems.Count > 0 ? (null, context.Problems) : (Store(current.Id, settings!, current.CreatedAt, now), context.Problems);
    }

    /// <summary>Puts a document together in the order in which the service writes it.</summary>
    public static StoredDocument Store(string id, JsonObject settings, DateTimeOffset createdAt, DateTimeOffset modifiedAt)
    {
        ReadOnlyMemory<byte> json = JsonBody.Write((id, settings, createdAt, modifiedAt), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", state.id);
            foreach (KeyValuePair<string, JsonNode?> member in state.settings)
            {
                writer.WritePropertyName(member.Key);
                if (member.Value is null)
                {
                    writer.WriteNullValue();
                }
                else
                {
                    member.Value.WriteTo(writer);
                }
            }

            writer.WriteBoolean("is_default", state.id == GatewayEndpoints.DefaultId);
            writer.WriteString("created_at", Timestamp.Format(state.createdAt));
            writer.WriteString("modified_at", Timestamp.Format(state.modifiedAt));
            writer.WriteEndObject();
        });
        return new StoredDocument(id, createdAt, json);
    }

    private static JsonObject? Read(ReadOnlyMemory<byte> body, RuleContext context, RuleContext? identity, out string? id)
    {
        id = null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            if (identity is not null && document.RootElement.ValueKind == JsonValueKind.Object)
            {
                id = (string?)GatewayRules.Identity.Read(document.RootElement, PathStep.Body, identity)!["id"];
            }

            return GatewayRules.Update.Read(document.RootElement, PathStep.Body, context) as JsonObject;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter says that a text holds half a surrogate pair, or bytes that are no UTF-8.
            context.Add(PathStep.Body, "Malformed JSON in request body");
            return null;
        }
    }

    private static ReadOnlyMemory<byte> WithoutUpdateOnlyMembers(ReadOnlyMemory<byte> body)
    {
        try
        {
            if (JsonNode.Parse(body.Span) is JsonObject members)
            {
                foreach (string name in GatewayRules.UpdateOnlyMembers)
                {
                    members.Remove(name);
                }

                return JsonBody.Write(members, static (writer, node) => node.WriteTo(writer));
            }
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // Broken JSON, or a member that comes twice. The reading that follows has its own view of both.
        }

        return body;
    }
}
