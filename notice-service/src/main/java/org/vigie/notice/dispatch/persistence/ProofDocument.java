package org.vigie.notice.dispatch.persistence;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A proof as it is stored; nothing in it is secret.
 *
 * @param id that of the notice
 */
@Document("notice_proofs")
record ProofDocument(@Id String id, String proof) {}
