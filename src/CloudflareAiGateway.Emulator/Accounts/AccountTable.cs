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
}
