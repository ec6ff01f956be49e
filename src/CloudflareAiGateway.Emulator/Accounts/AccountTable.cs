using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>The accounts among the resources.</summary>
internal static class AccountTable
{
    public static DocumentTable Of(StateTables tables) => tables.Table("accounts", string.Empty);

    public static void Add(StateTables tables, EmulatorAccount account, DateTimeOffset now) =>
        Of(tables).Put(new StoredDocument(account.Id, now, JsonBody.Write((account, now), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", state.account.Id);
            writer.WriteString("name", state.account.Name);
            writer.WriteString("type", "standard");
            writer.WriteString("created_on", Timestamp.Format(state.now));
            writer.WriteStartObject("settings");
            writer.WriteBoolean("enforce_twofactor", false);
            writer.WriteNull("abuse_contact_email");
            writer.WriteEndObject();
            writer.WriteEndObject();
        })));

    /// <summary>Adds those of the accounts that are not there.</summary>
    public static void AddMissing(StateTables tables, IReadOnlyList<EmulatorAccount> accounts, DateTimeOffset now)
    {
        foreach (EmulatorAccount account in accounts)
        {
            if (Of(tables).Find(account.Id) is null)
            {
                Add(tables, account, now);
            }
        }
    }

    /// <summary>What is answered to a token that asks for something of an account that is not there or not its own; null for nothing.</summary>
    public static EmulatedResponse? Refuse(StateTables tables, string accountId, EmulatorToken token, string path)
    {
        if (Of(tables).Find(accountId) is null)
        {
            return Envelope.Failure(EnvelopeFamily.V4, 404, Problem.NoRoute(path));
        }

        return token.MayUse(accountId) ? null : Envelope.Failure(EnvelopeFamily.V4, 403, Problem.ForeignAccount);
    }
}
