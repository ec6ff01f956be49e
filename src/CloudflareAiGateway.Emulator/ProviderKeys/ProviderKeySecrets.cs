namespace CloudflareAiGateway.Emulator;

/// <summary>The secrets behind provider keys.</summary>
internal static class ProviderKeySecrets
{
    /// <summary>The scope that a key's secret has to have.</summary>
    public const string Scope = "ai_gateway";

    /// <summary>The secret that a create names, or the one of the right name.</summary>
    /// <returns>Null when it is missing, still pending, called something else, or not for AI Gateway.</returns>
    public static StoredSecret? FindReady(ApiCall call, string storeId, string name, string? secretId)
    {
        StoredSecret? secret = secretId is null
            ? SecretTables.FindByName(call.Tables, call.AccountId, storeId, name)
            : SecretTables.Find(call.Tables, call.AccountId, storeId, secretId);
        return secret is not null && secret.Name == name && secret.HasScope(Scope) && secret.IsReady(call.Now) ? secret : null;
    }

    /// <summary>Makes the secret of a key that was sent with its value.</summary>
    /// <returns>Null when the name is taken, or the store is gone.</returns>
    public static StoredSecret? Make(ApiCall call, string storeId, string name, string value)
    {
        if (SecretTables.Stores(call.Tables, call.AccountId).Find(storeId) is null
            || SecretTables.FindByName(call.Tables, call.AccountId, storeId, name) is not null)
        {
            return null;
        }

        var secret = new StoredSecret(SecretTables.NewId(), name, storeId, call.Now)
        {
            Modified = call.Now,
            ReadyAt = call.Now.AddSeconds(call.Behaviour.SecretActivationSeconds),
            Scopes = [Scope],
            Preview = StoredSecret.Mask(value),
        };
        SecretTables.Put(call.Tables, call.AccountId, secret);
        return secret;
    }
}
