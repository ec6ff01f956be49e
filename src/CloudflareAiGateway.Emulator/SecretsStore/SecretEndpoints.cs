using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>List, create, fetch, change, copy and delete secrets. Their values are checked and thrown away.</summary>
internal sealed class SecretEndpoints : IEndpointGroup
{
    private const string Collection = "/accounts/{account_id}/secrets_store/stores/{store_id}/secrets";
    private const string Single = Collection + "/{secret_id}";

    private static readonly ReadOnlyMemory<byte> s_null = "null"u8.ToArray();

    public IEnumerable<Endpoint> Endpoints =>
    [
        Make("GET", Collection, Permission.ReadsSecrets, List),
        Make("POST", Collection, Permission.WritesSecrets, Create),
        Make("DELETE", Collection, Permission.WritesSecrets, DeleteMany),
        Make("GET", Single, Permission.ReadsSecrets, Fetch),
        Make("PATCH", Single, Permission.WritesSecrets, Patch),
        Make("DELETE", Single, Permission.WritesSecrets, Delete),
        Make("POST", Single + "/duplicate", Permission.WritesSecrets, Duplicate),
    ];

    /// <summary>Every operation begins by looking for the store.</summary>
    private static Endpoint Make(string method, string template, IReadOnlyList<string> permissions, Func<ApiCall, EmulatedResponse> handle) => new()
    {
        Method = method,
        Template = template,
        Permissions = permissions,
        Handle = call => SecretTables.Stores(call.Tables, call.AccountId).Find(call.Route["store_id"]) is null
            ? Failure(404, StoreProblems.StoreNotFound)
            : handle(call),
    };

    private static EmulatedResponse List(ApiCall call) =>
        SecretList.Answer(call, SecretTables.All(call.Tables, call.AccountId, call.Route["store_id"]));

    /// <summary>All of them, or none.</summary>
    private static EmulatedResponse Create(ApiCall call)
    {
        (IReadOnlyList<SecretBody> bodies, Problem? problem) = SecretBody.ReadMany(call.Request.Body);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (SecretBody body in bodies)
        {
            problem ??= body.FindMissing(needsValue: true);
            if (problem is null && (!names.Add(body.Name!) || IsTaken(call, body.Name!)))
            {
                problem = StoreProblems.NameTaken(body.Name!);
            }
        }

        problem ??= FindFull(call, bodies.Count);
        if (problem is not null)
        {
            return Failure(400, problem);
        }

        var made = new List<StoredDocument>();
        foreach (SecretBody body in bodies)
        {
            StoredSecret secret = Store(call, body, body.Preview!);
            made.Add(new StoredDocument(secret.Id, secret.Created, secret.ToAnswer(call.Now)));
        }

        return Envelope.List(EnvelopeFamily.V4, ResultSlice.Cut(made, new Page(1, made.Count)));
    }

    private static EmulatedResponse Fetch(ApiCall call) =>
        Find(call) is StoredSecret secret ? Success(secret, call) : Failure(404, StoreProblems.SecretNotFound);

    private static EmulatedResponse Patch(ApiCall call)
    {
        if (Find(call) is not StoredSecret secret)
        {
            return Failure(404, StoreProblems.SecretNotFound);
        }

        (IReadOnlyList<SecretBody> bodies, Problem? problem) = SecretBody.ReadMany(call.Request.Body);
        if (problem is not null)
        {
            return Failure(400, problem);
        }

        StoredSecret changed = secret with
        {
            Scopes = bodies[0].Scopes ?? secret.Scopes,
            Comment = bodies[0].Comment ?? secret.Comment,
            Preview = bodies[0].Preview ?? secret.Preview,
            Modified = call.Now,
        };
        SecretTables.Put(call.Tables, call.AccountId, changed);
        return Success(changed, call);
    }

    private static EmulatedResponse Duplicate(ApiCall call)
    {
        if (Find(call) is not StoredSecret secret)
        {
            return Failure(404, StoreProblems.SecretNotFound);
        }

        (IReadOnlyList<SecretBody> bodies, Problem? problem) = SecretBody.ReadMany(call.Request.Body);
        problem ??= bodies[0].FindMissing(needsValue: false)
            ?? (IsTaken(call, bodies[0].Name!) ? StoreProblems.NameTaken(bodies[0].Name!) : FindFull(call, 1));
        return problem is null ? Success(Store(call, bodies[0], secret.Preview), call) : Failure(400, problem);
    }

    private static EmulatedResponse Delete(ApiCall call) =>
        SecretTables.Secrets(call.Tables, call.AccountId, call.Route["store_id"]).Remove(call.Route["secret_id"])
            ? Accepted()
            : Failure(404, StoreProblems.SecretNotFound);

    /// <summary>All of them, or none when one is unknown.</summary>
    private static EmulatedResponse DeleteMany(ApiCall call)
    {
        if (SecretBody.ReadIds(call.Request.Body) is not IReadOnlyList<string> ids)
        {
            return Failure(400, StoreProblems.InvalidBody);
        }

        DocumentTable secrets = SecretTables.Secrets(call.Tables, call.AccountId, call.Route["store_id"]);
        foreach (string id in ids)
        {
            if (secrets.Find(id) is null)
            {
                return Failure(404, StoreProblems.SecretNotFound);
            }
        }

        foreach (string id in ids)
        {
            secrets.Remove(id);
        }

        return Accepted();
    }

    private static StoredSecret Store(ApiCall call, SecretBody body, string preview)
    {
        var secret = new StoredSecret(SecretTables.NewId(), body.Name!, call.Route["store_id"], call.Now)
        {
            Modified = call.Now,
            ReadyAt = call.Now.AddSeconds(call.Behaviour.SecretActivationSeconds),
            Scopes = body.Scopes!,
            Comment = body.Comment,
            Preview = preview,
        };
        SecretTables.Put(call.Tables, call.AccountId, secret);
        return secret;
    }

    private static StoredSecret? Find(ApiCall call) => SecretTables.Find(call.Tables, call.AccountId, call.Route["store_id"], call.Route["secret_id"]);

    private static bool IsTaken(ApiCall call, string name) => SecretTables.FindByName(call.Tables, call.AccountId, call.Route["store_id"], name) is not null;

    private static Problem? FindFull(ApiCall call, int more) =>
        SecretTables.Count(call.Tables, call.AccountId) + more > call.Behaviour.SecretQuota ? StoreProblems.TooManySecrets : null;

    private static EmulatedResponse Success(StoredSecret secret, ApiCall call) => Envelope.Item(EnvelopeFamily.V4, secret.ToAnswer(call.Now));

    private static EmulatedResponse Accepted() => Envelope.Item(EnvelopeFamily.V4, s_null, status: 202);

    private static EmulatedResponse Failure(int status, Problem problem) => Envelope.Failure(EnvelopeFamily.V4, status, problem);
}
