using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>List, create, fetch and delete stores, and the account's quota of secrets. An account has one store at most.</summary>
internal sealed class StoreEndpoints : IEndpointGroup
{
    private const string Root = "/accounts/{account_id}/secrets_store";
    private const string Collection = Root + "/stores";
    private const string Single = Collection + "/{store_id}";

    public IEnumerable<Endpoint> Endpoints =>
    [
        new() { Method = "GET", Template = Root + "/quota", Permissions = Permission.ReadsSecrets, Handle = Quota },
        new() { Method = "GET", Template = Collection, Permissions = Permission.ReadsSecrets, Handle = List },
        new() { Method = "POST", Template = Collection, Permissions = Permission.WritesSecrets, Handle = Create },
        new() { Method = "GET", Template = Single, Permissions = Permission.ReadsSecrets, Handle = Fetch },
        new() { Method = "DELETE", Template = Single, Permissions = Permission.WritesSecrets, Handle = Delete },
    ];

    private static EmulatedResponse Quota(ApiCall call) =>
        Envelope.Item(EnvelopeFamily.V4, JsonBody.Write((call.Behaviour.SecretQuota, SecretTables.Count(call.Tables, call.AccountId)), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("secrets");
            writer.WriteNumber("quota", state.SecretQuota);
            writer.WriteNumber("usage", state.Item2);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }));

    private static EmulatedResponse List(ApiCall call)
    {
        var problems = new List<Problem>();
        Page page = Page.Read(call.Query, 1, int.MaxValue, problems);
        return problems.Count > 0
            ? Failure(400, StoreProblems.BadRequest)
            : Envelope.List(EnvelopeFamily.V4, ResultSlice.Cut(SecretTables.Stores(call.Tables, call.AccountId).InOrder, page));
    }

    /// <summary>Takes an object as well as the array of one that early versions wanted, and answers in kind.</summary>
    private static EmulatedResponse Create(ApiCall call)
    {
        (string? name, bool inArray) = ReadName(call.Request.Body);
        if (name is null)
        {
            return Failure(400, StoreProblems.InvalidBody);
        }

        DocumentTable stores = SecretTables.Stores(call.Tables, call.AccountId);
        if (stores.InOrder.Count > 0)
        {
            return Failure(400, StoreProblems.TooManyStores);
        }

        string id = SecretTables.NewId();
        ReadOnlyMemory<byte> json = JsonBody.Write((id, name, call.AccountId, call.Now), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", state.id);
            writer.WriteString("name", state.name);
            writer.WriteString("created", Timestamp.Format(state.Now));
            writer.WriteString("modified", Timestamp.Format(state.Now));
            writer.WriteString("account_id", state.AccountId);
            writer.WriteEndObject();
        });
        stores.Put(new StoredDocument(id, call.Now, json));
        return inArray ? Envelope.List(EnvelopeFamily.V4, ResultSlice.Cut(stores.InOrder, new Page(1, 1))) : Envelope.Item(EnvelopeFamily.V4, json);
    }

    private static EmulatedResponse Fetch(ApiCall call) =>
        SecretTables.Stores(call.Tables, call.AccountId).Find(call.Route["store_id"]) is StoredDocument store
            ? Envelope.Item(EnvelopeFamily.V4, store.Json)
            : Failure(404, StoreProblems.StoreNotFound);

    private static EmulatedResponse Delete(ApiCall call)
    {
        string id = call.Route["store_id"];
        if (SecretTables.Stores(call.Tables, call.AccountId).Find(id) is null)
        {
            return Failure(404, StoreProblems.StoreNotFound);
        }

        if (SecretTables.Secrets(call.Tables, call.AccountId, id).InOrder.Count > 0 && call.Query["force"] is not ("true" or "1"))
        {
            return Failure(409, StoreProblems.StoreNotEmpty);
        }

        SecretTables.DropStore(call.Tables, call.AccountId, id);
        return Envelope.Item(EnvelopeFamily.V4, "null"u8.ToArray());
    }

    private static (string? Name, bool InArray) ReadName(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement root = document.RootElement;
            bool inArray = root.ValueKind == JsonValueKind.Array;
            JsonElement store = inArray && root.GetArrayLength() == 1 ? root[0] : root;
            return store.ValueKind == JsonValueKind.Object
                && store.TryGetProperty("name", out JsonElement name)
                && name.ValueKind == JsonValueKind.String
                && name.GetString() is { Length: > 0 } text
                ? (text, inArray)
                : (null, inArray);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return (null, false);
        }
    }

    private static EmulatedResponse Failure(int status, Problem problem) => Envelope.Failure(EnvelopeFamily.V4, status, problem);
}
